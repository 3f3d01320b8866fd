/** Something wrong in the file of a questionnaire: where (JSON pointer), and what; its sentence is `content-fault.<fault>`. */
export interface ContentFault {
  readonly path: string;
  readonly fault:
    | 'not-json'
    | 'missing'
    | 'not-known'
    | 'not-allowed'
    | 'too-short'
    | 'too-long'
    | 'out-of-range'
    | 'wrong-kind'
    | 'written-wrong'
    | 'twice'
    | 'no-such-language'
    | 'first-language-missing'
    | 'condition'
    | 'condition-later'
    | 'no-such-choice'
    | 'choices-missing'
    | 'not-of-this-type'
    | 'no-such-scale'
    | 'text-in-clear'
    | 'no-such-section'
    | 'no-such-question'
    | 'not-yes-no'
    | 'strength-missing';
}
