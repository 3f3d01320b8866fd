import type { Day } from './calendar.ts';
import { civil, yearsOld } from './calendar.ts';
import { liveChildhood } from './childhood.ts';
import type { City } from './city.ts';
import type { NameRow } from './country.ts';
import type { NamePart } from './naming.ts';
import type { Home, Household, Person, Role, Sex } from './people.ts';
import { isAlive } from './people.ts';
import { Random } from './random.ts';

const years = (count: number): number => Math.round(count * 365.25);

/** One extended family of the city: related households, made from its own stream of chance. */
export function makeLineage(city: City, index: number): Household[] {
  return new LineageMaker(city, new Random(city.seed, 'lineage', index)).make();
}

class LineageMaker {
  private readonly city: City;
  private readonly random: Random;
  private readonly family: NamePart;
  private readonly cousins: { sex: Sex; birth: Day; row: NameRow }[] = [];
  private readonly households: Household[] = [];

  constructor(city: City, random: Random) {
    this.city = city;
    this.random = random;
    this.family = city.naming.family(random);
  }

  make(): Household[] {
    const { life } = this.city.data.facts;
    const { random } = this;
    if (random.chance(life.singles)) this.makeSingle();
    else if (random.chance(life.lineage.extended)) this.makeExtended();
    else this.makeCouple(this.city.asOf - years(random.between(23, 52)), this.home(), undefined, []);
    for (const household of this.households) this.settle(household);
    return this.households;
  }

  private makeSingle(): void {
    const sex = this.random.chance(0.5) ? 'male' : 'female';
    const birth = this.city.asOf - years(this.random.chance(0.5) ? this.random.between(60, 88) : this.random.between(20, 45));
    this.household(this.home(), [this.person(sex, birth, 'alone', this.family)], []);
  }

  private makeExtended(): void {
    const { random, city } = this;
    const eldest = city.asOf - years(random.between(48, 80));
    const grandfather = this.person('male', eldest, 'grandfather', this.family);
    const grandmother = this.spouse(grandfather, 'grandmother');
    this.mayDie(grandfather, 0.002, 14);
    this.mayDie(grandmother, 0.0015, 14);
    const home = this.home();
    const sons = 1 + random.weighted(city.data.facts.life.lineage.households);
    let birth = grandmother.birth + years(random.between(18, 24));
    let placed = false;
    for (let son = 0; son < sons; son++) {
      if (yearsOld(birth, city.asOf) < 21) break;
      const elders = !placed && random.chance(0.75) ? [grandfather, grandmother].filter(isAlive) : [];
      if (elders.length > 0) placed = true;
      this.makeCouple(
        birth,
        son === 0 || random.chance(0.6) ? { ...home, house: home.house + son } : this.home(),
        [grandfather, grandmother],
        elders,
      );
      birth += years(random.between(1.8, 5));
    }
    const left = [grandfather, grandmother].filter(isAlive);
    if (!placed && left.length > 0) this.household(home, left, []);
  }

  private makeCouple(husbandBirth: Day, home: Home, parents: readonly [Person, Person] | undefined, elders: readonly Person[]): void {
    const { random, city } = this;
    const { life } = city.data.facts;
    const husband = this.person('male', husbandBirth, 'father', this.family, parents);
    const wife = this.spouse(husband, 'mother');
    const children = random.chance(life.lineage.childless) ? [] : this.children(husband, wife);
    if (children.length > 0) {
      this.dieSince(husband, children, life.fatherDied * (yearsOld(husbandBirth, city.asOf) / 38));
      this.dieSince(wife, children, life.motherDied);
    }
    const both = random.chance(life.bothAway);
    if (random.chance(life.carerAway)) {
      const place = random.pick(city.data.facts.awayPlaces);
      const mother = random.chance(0.2);
      if (both || !mother) husband.away = place;
      if (both || mother) wife.away = place;
    }
    const atHome = children.filter((child) => this.livesAtHome(child));
    const lost = atHome.filter((child) => !isAlive(child));
    this.household(home, [...elders, ...[husband, wife].filter(isAlive), ...atHome.filter(isAlive)], lost);
  }

  private livesAtHome(child: Person): boolean {
    const age = yearsOld(child.birth, this.city.asOf);
    const leaves = this.random.next();
    if (age < 18) return true;
    return age < 30 && leaves < (child.sex === 'male' ? 0.55 : 0.3);
  }

  private children(father: Person, mother: Person): Person[] {
    const { random, city } = this;
    const { children, twins, childDied, sameNameCousin } = city.data.facts.life;
    const wanted = random.weighted(children.wanted);
    const born: Person[] = [];
    let birth = mother.birth + years(Math.max(17, random.around(children.firstAge, children.firstSpread)));
    while (born.length < wanted && birth <= city.asOf && birth < mother.birth + years(45)) {
      const count = random.chance(twins) ? 2 : 1;
      for (let twin = 0; twin < count; twin++) {
        const sex = random.chance(0.512) ? 'male' : 'female';
        const cousin = this.cousins.find((each) => each.sex === sex && Math.abs(each.birth - birth) < years(4));
        const like = cousin && random.chance(sameNameCousin * 4) ? cousin.row : undefined;
        let child = this.person(sex, birth, 'child', this.family, [father, mother], like);
        if (born.some((sibling) => sibling.sex === sex && sibling.name.given.row === child.name.given.row))
          child = this.person(sex, birth, 'child', this.family, [father, mother]);
        if (random.chance(childDied)) child.diedOn = Math.min(city.asOf, birth + Math.floor(random.next() ** 2 * 365 * 3));
        born.push(child);
      }
      birth += years(Math.max(1, random.around(children.gapYears, 0.9)));
    }
    for (const child of born) this.cousins.push({ sex: child.sex, birth: child.birth, row: child.name.given.row });
    return born;
  }

  private person(sex: Sex, birth: Day, role: Role, family: NamePart, parents?: readonly [Person, Person], like?: NameRow): Person {
    const name = this.city.naming.person(sex, civil(birth).year, family, this.random, like);
    const nationalId = this.city.nationalId(sex, birth, this.random);
    return { id: this.city.personId(), sex, birth, name, role, nationalId, ...(parents ? { father: parents[0], mother: parents[1] } : {}) };
  }

  private spouse(husband: Person, role: Role): Person {
    const own = this.city.naming.family(this.random);
    const wife = this.person('female', husband.birth + years(this.random.between(0, 6)), role, own);
    return { ...wife, marriedFamily: this.family };
  }

  private mayDie(person: Person, perYear: number, over: number): void {
    const age = yearsOld(person.birth, this.city.asOf);
    if (this.random.chance(perYear * over * Math.max(0, (age - 40) / 6)))
      person.diedOn = this.city.asOf - years(this.random.between(0, over));
  }

  private dieSince(person: Person, children: readonly Person[], share: number): void {
    const since = children.at(-1)!.birth;
    if (this.random.chance(share * 1.3)) person.diedOn = this.random.whole(since, this.city.asOf);
  }

  private home(): Home {
    const { random, city } = this;
    return { ward: random.whole(0, city.wards.length - 1), place: random.pick(city.data.facts.places), house: random.whole(1, 240) };
  }

  private household(home: Home, members: Person[], lost: Person[]): void {
    const { random, city } = this;
    const { life } = city.data.facts;
    const movedWithin = random.chance(0.1) ? this.home() : undefined;
    const inOn = random.chance(life.movedIn) ? city.asOf - random.whole(60, 365 * 6) : undefined;
    const outOn = random.chance(life.movedOut) ? city.asOf - random.whole(30, 365 * 3) : undefined;
    const poor = random.chance(life.poor * (members.some((member) => member.role === 'father') ? 0.95 : 1.5));
    const surveyed = Math.max(city.surveyed[home.ward]! + random.whole(-12, 12), inOn === undefined ? 0 : inOn + 10);
    this.households.push({
      number: city.householdNumber(home.ward),
      home,
      ...(movedWithin ? { formerHome: movedWithin } : {}),
      poor,
      phone: city.phone(random),
      surveyedOn: surveyed,
      ...(inOn === undefined || outOn !== undefined ? {} : { movedInOn: inOn }),
      ...(outOn === undefined ? {} : { movedOutOn: outOn }),
      members,
      lost,
      entitlements: [],
    });
  }

  /** Lets the children grow up and puts the household on the lists of need it is on. */
  private settle(household: Household): void {
    const { random, city } = this;
    const isChild = (person: Person) => yearsOld(person.birth, city.asOf) < 18;
    if (household.movedOutOn !== undefined) {
      const born = household.members.filter((member) => member.birth <= household.movedOutOn!);
      household.members.splice(0, household.members.length, ...born);
    }
    for (const person of [...household.members, ...household.lost]) {
      if (isChild(person)) person.childhood = liveChildhood(city, household, person, random);
    }
    const children = household.members.filter((member) => member.childhood && !member.childhood.hidden);
    const mother = household.members.find((member) => member.role === 'mother');
    for (const programme of city.data.facts.programmes) {
      const luck = random.next();
      const verifiedOn = city.asOf - random.whole(10, 330);
      const share = household.poor ? programme.share : programme.of === 'widow' ? 0.4 : programme.share * 0.045;
      if (luck >= share || household.movedOutOn !== undefined) continue;
      const adult = household.members.find((member) => !member.childhood && member.role !== 'child') ?? household.members[0];
      const young = (under: number) => children.find((child) => yearsOld(child.birth, city.asOf) < under);
      const person =
        programme.of === 'household'
          ? adult
          : programme.of === 'widow'
            ? children.some((child) => child.father?.diedOn !== undefined)
              ? mother
              : undefined
            : programme.of === 'school-child'
              ? children.find((child) => child.childhood?.schooling?.status === 'enrolled')
              : young(programme.of === 'child-under-5' ? 5 : 12);
      if (person && !person.childhood?.hidden)
        household.entitlements.push({ programme, person, verifiedOn: Math.max(verifiedOn, person.birth) });
    }
  }
}
