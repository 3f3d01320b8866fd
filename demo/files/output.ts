import { closeSync, openSync, writeSync } from 'node:fs';

/** A file written in large pieces, so that a million rows need no memory. */
export class Output {
  private readonly file: number;
  private readonly encoding: BufferEncoding;
  private parts: string[] = [];
  private size = 0;

  constructor(path: string, encoding: BufferEncoding = 'utf8') {
    this.file = openSync(path, 'w', 0o600);
    this.encoding = encoding;
  }

  write(text: string): void {
    this.parts.push(text);
    this.size += text.length;
    if (this.size > 262_144) this.flush();
  }

  writeBytes(bytes: Uint8Array): void {
    this.flush();
    let from = 0;
    while (from < bytes.length) from += writeSync(this.file, bytes, from);
  }

  private flush(): void {
    if (this.size === 0) return;
    const bytes = Buffer.from(this.parts.join(''), this.encoding);
    this.parts = [];
    this.size = 0;
    this.writeBytes(bytes);
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }
}
