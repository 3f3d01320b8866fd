import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Block, PrintedDocument } from './document.ts';
import { printable } from './document.ts';
import { print } from './printer.ts';

const documentOf = (blocks: readonly Block[], more: Partial<PrintedDocument> = {}): PrintedDocument => ({
  language: 'en',
  title: 'Case summary',
  letterhead: { name: 'Made-up City', lines: ['Child protection office'] },
  reference: ['2026-11-24', 'K-0042'],
  mark: 'Printed by Asha Worker on 2026-11-24',
  pageOf: 'Page {{page}} of {{pages}}',
  inLatin: 'In Latin letters',
  blocks,
  ...more,
});
/** What a reader of the PDF gets, without marks of direction and with single blanks. */
async function textOf(bytes: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
}
const textPrinted = async (text: string, language = 'en') =>
  await textOf((await print(documentOf([{ kind: 'text', text }], { language }))).bytes);

/** The scripts of the nine countries and of the neighbours whose children they find. */
const words: Readonly<Record<string, string>> = {
  ne: 'बालबालिका संरक्षण',
  ur: 'بچوں کا تحفظ',
  si: 'ළමා ආරක්ෂාව',
  ta: 'குழந்தை பாதுகாப்பு',
  mn: 'Хүүхдийн хамгаалал',
  id: 'Perlindungan anak',
  km: 'ការពារកុមារ',
  fil: 'Proteksyon ng batang Niño',
  'zh-TW': '兒童保護 戶政事務所',
  ko: '아동 보호',
  th: 'คุ้มครองเด็ก',
  bn: 'শিশু সুরক্ষা',
  my: 'ကလေးသူငယ်ကာကွယ်ရေး',
  lo: 'ປົກປ້ອງເດັກ',
  pa: 'ਬਾਲ ਸੁਰੱਖਿਆ',
};

test('every script of the nine countries is set with faces that have it, tagged so that a screen reader finds its way', async () => {
  for (const [language, word] of Object.entries(words)) {
    // UA-1 is refused where a letter has no face, a heading no level, the document no language or title.
    const blocks: Block[] = [
      { kind: 'heading', text: word },
      { kind: 'facts', rows: [[word, word]] },
      { kind: 'table', head: [word, 'A'], rows: [[word, '1']] },
      { kind: 'notice', text: word },
      { kind: 'signatures', labels: [word, word] },
    ];
    const { bytes, pages } = await print(documentOf(blocks, { language, title: word }), ['ua-1']);
    assert.equal(pages, 1);
    const raw = bytes.toString('latin1');
    assert.match(raw, /\/StructTreeRoot/);
    assert.match(raw, new RegExp(`/Lang ?\\(${language.split('-')[0]}`));
  }
  for (const language of ['mn', 'id', 'fil', 'ko', 'zh-TW'] as const)
    assert.ok((await textPrinted(words[language]!, language)).includes(words[language]!), language);
});

test('what no face that ships can print stands in Latin letters, and the paper says so', async () => {
  const printed = (text: string) => print(documentOf([{ kind: 'text', text }]), ['ua-1']).then(({ bytes }) => textOf(bytes));
  // Gujarati, Tibetan, Mongolian of old, a rare Han character of a name, a picture, a letter that nobody can romanise.
  for (const [text, as] of [
    ['Name: કવિતા, 12', 'Name: [kvita], 12'],
    ['བཀྲ་ཤིས', '['],
    ['ᠮᠣᠩᠭᠣᠯ', '['],
    ['李𠮷子', '李['],
    ['😀', '['],
    ['\uE000', '[U+E000]'],
  ] as const) {
    const shown = await printed(text);
    assert.ok(shown.includes(as), `${as} in ${shown}`);
    assert.match(shown, /In Latin letters/);
  }
  assert.doesNotMatch(await printed('आशा ကလေး'), /In Latin letters/);
});

test('the same document gives the same bytes, whatever was printed in between', async () => {
  const one = documentOf([{ kind: 'text', text: words['ne']! }]);
  const first = await print(one);
  await print(documentOf([{ kind: 'text', text: 'Something else' }]));
  assert.ok(first.bytes.equals((await print(one)).bytes));
});

test('what a person typed is printed and never carried out', async () => {
  for (const hostile of [
    '#import "page.typ": given',
    '#panic("x") #read("/etc/passwd")',
    '$ a^2 $ \\ *bold* _it_ `raw` @ref <label> = Heading // gone',
    '{{page}} \\u{41} "quoted" \'single\' ]] [[ #[',
    '#eval("1+1") #sys.inputs',
  ])
    assert.ok((await textPrinted(hostile)).includes(hostile), hostile);
});

test('nothing that a person typed can hide or turn round what stands beside it', async () => {
  assert.match(await textPrinted('before \u202Eafter\u0000 end\u2066'), /before after end/);
  assert.doesNotThrow(() => JSON.parse(printable(documentOf([{ kind: 'text', text: 'half a pair \uD83D' }]))));
  const { pages } = await print(documentOf([{ kind: 'text', text: 'no face has this: \u{13000} 😀' }]));
  assert.equal(pages, 1);
});

test('no letter is lost to a reader of the text, whatever the reference is made of', async () => {
  for (const reference of ['A7869370', '7869370A', '12A45678', '12345678', 'ABCDEF12']) {
    const more = { reference: ['2026-11-24', reference], mark: 'x' };
    const text = await textOf((await print(documentOf([{ kind: 'text', text: 'Asha Bina Dil, 2014-05-09, 9841234567' }], more))).bytes);
    for (const part of [reference, 'Asha Bina Dil, 2014-05-09, 9841234567']) assert.ok(text.includes(part), `${part} in ${text}`);
  }
});

test('a long document has its pages numbered and its mark on each', async () => {
  const rows = Array.from({ length: 400 }, (_, i) => [`Step ${i}`, '2026-11-30']);
  const { bytes, pages } = await print(documentOf([{ kind: 'table', head: ['What', 'Due'], rows }]));
  assert.ok(pages > 5);
  const text = await textOf(bytes);
  assert.ok(text.includes(`Page ${pages} of ${pages}`));
  assert.ok(text.split('Printed by Asha Worker').length > pages);
  assert.ok(text.includes('Step 399'));
});

test('many may print at once; too many are asked to come back', async () => {
  const one = documentOf([{ kind: 'text', text: 'x' }]);
  const prints: Promise<unknown>[] = [];
  assert.throws(() => {
    for (let i = 0; i < 100; i++) prints.push(print(one));
  }, /http\.busy/);
  assert.equal((await Promise.allSettled(prints)).filter(({ status }) => status === 'fulfilled').length, prints.length);
  assert.throws(() => printable(documentOf([{ kind: 'text', text: 'x'.repeat(4_000_000) }])), RangeError);
});

test('a long column leaves the others of a table room for their words', async () => {
  const on = '비크람력 2083년 아사르 19일 (2026. 7. 3.) – 비크람력 2084년 아사르 18일 (2027. 7. 3.)';
  const head = ['무엇을 위해', '누구에게', '대답', '날짜'];
  const { bytes } = await print(
    documentOf([{ kind: 'table', head, rows: [['아동가족찾기', 'Maiya Gurung', '동의함', on]] }], { language: 'ko' }),
  );
  const text = await textOf(bytes);
  for (const word of ['아동가족찾기', '동의함', 'Gurung']) assert.ok(text.includes(word), `${word} in ${text}`);
});

test('nothing is printed over what stands beside it, however long a word is', async () => {
  const long = 'Pneumonoultramicroscopicsilicovolcanoconiosis-hospital@department-of-protection.example.org';
  const rows = [
    [long, 'Asha', 'open', '2026-11-30', 'x'],
    ['short', long, long, '2026-11-30', 'การคุ้มครองเด็กและครอบครัวในชุมชนที่ยากจนของประเทศไทย'],
    ['a', 'b', 'c', '2026-11-30', 'ការការពារកុមារនិងគ្រួសារនៅក្នុងសហគមន៍ក្រីក្រ'],
  ];
  const { bytes } = await print(
    documentOf(
      [
        {
          kind: 'facts',
          rows: [
            [long, 'value'],
            ['label', long + long],
          ],
        },
        { kind: 'table', head: ['What', 'Who', 'State', 'Due', 'More'], rows },
        { kind: 'signatures', labels: [long, 'b', 'c'] },
      ],
      { mark: '' },
    ),
  );
  const page = await (await getDocumentProxy(new Uint8Array(bytes))).getPage(1);
  const { items } = await page.getTextContent();
  const placed = items.flatMap((item) =>
    'str' in item && item.str.trim()
      ? [{ text: item.str, left: item.transform[4] as number, base: item.transform[5] as number, width: item.width }]
      : [],
  );
  assert.ok(placed.length > 20);
  // Readers of PDF take the widths of Khmer syllables, which are set of several shapes, from the first.
  const isKhmer = ({ text }: { text: string }) => /\p{Script=Khmer}/u.test(text);
  for (const one of placed)
    for (const other of placed)
      if (one !== other && !isKhmer(one) && Math.abs(one.base - other.base) < 4 && one.left < other.left)
        assert.ok(one.left + one.width < other.left + 1, `${one.text} runs into ${other.text}`);
});

test('headings of sections stay with what stands below them, and empty sections do not all move to the next page together', async () => {
  const sections = Array.from({ length: 40 }, (_, i): Block[] => [
    { kind: 'heading', text: `Section ${i}` },
    { kind: 'text', text: `Nothing ${i}` },
  ]);
  const { bytes } = await print(
    documentOf([...sections.flat(), { kind: 'heading', text: 'Table' }, { kind: 'table', head: ['Head'], rows: [['Row']] }]),
  );
  const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  for (const page of pages) assert.equal(page.match(/Section \d+/g)?.length, page.match(/Nothing \d+/g)?.length);
  // A page holds some twenty of them.
  assert.ok(pages.length <= 3, `${pages.length} pages`);
});

test('in a document from right to left a sentence keeps its order though a name of the other direction begins it', async () => {
  const name = 'Maya Rai';
  const sentence = `${name} کا کام، 22 تک`;
  const of = async (block: Block) => {
    const { bytes } = await print(documentOf([block], { language: 'ur' }));
    const page = await (await getDocumentProxy(new Uint8Array(bytes))).getPage(1);
    const { items } = await page.getTextContent();
    const at = (text: string) =>
      items.flatMap((item) => ('str' in item && item.str.includes(text) ? [item.transform[4] as number] : []))[0];
    return [at('Maya')!, at('22')!] as const;
  };
  for (const block of [
    { kind: 'entry', when: '', sentence, text: '' },
    { kind: 'notice', text: sentence },
    { kind: 'heading', text: sentence },
  ] as const) {
    const [ofName, ofDay] = await of(block);
    assert.ok(ofName > ofDay, `${block.kind}: the name at ${ofName}, the day at ${ofDay}`);
  }
});

test('who wrote an entry of a history, and when, never stands alone at the foot of a page', async () => {
  const entries = Array.from({ length: 80 }, (_, i): Block => ({ kind: 'entry', when: `Written ${i}`, sentence: `Entry ${i}`, text: '' }));
  const { bytes } = await print(documentOf(entries));
  const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  assert.ok(pages.length > 1);
  for (const page of pages) assert.equal(page.match(/Written \d+/g)?.length, page.match(/Entry \d+/g)?.length);
});
