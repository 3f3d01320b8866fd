// What the shipped screening says of made-up answers, held against the rule written apart from it. node bench/screening.ts [answer sets]
import { tallyOf } from '../areas/forms/domain/testing.ts';
import { keepTable } from './table.ts';

const many = Number(process.argv[2] ?? 100_000);
const { answers, reassuredAgainstWorry, otherPresumption, notReferred, ...results } = tallyOf(many, 1);
keepTable(
  'screening',
  {
    title: `${answers.toLocaleString('en')} made-up answer sets`,
    columns: ['what', 'sets', 'target'],
    rows: [
      ['"no indication" with intent, a strong item, a red flag or a danger', reassuredAgainstWorry, '0'],
      ['presumed against the rule, or not presumed by it', otherPresumption, '0'],
      ['a red flag or a danger without "refer at once", or that without one', notReferred, '0'],
      ...Object.entries(results).map(([result, sets]): [string, number, string] => [`result: ${result}`, sets, '']),
    ],
  },
  ['The rule is counted by hand in `areas/forms/domain/testing.ts`: it reads no part of the questionnaire but the names of its questions.'],
);
if (reassuredAgainstWorry + otherPresumption + notReferred > 0) process.exitCode = 1;
