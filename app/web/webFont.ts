/** A font of a script, as `FontFace` takes its parts. */
export interface WebFont {
  readonly family: string;
  /** Where a device has the font already, or one as good. */
  readonly local: string;
  readonly parts: readonly { readonly source: string; readonly unicodeRange: string }[];
}
