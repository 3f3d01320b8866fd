/** A part of a font, as `FontFace` takes it. */
export interface WebFont {
  readonly family: string;
  readonly source: string;
  readonly unicodeRange: string;
}
