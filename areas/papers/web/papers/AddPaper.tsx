import { useEffect, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { type Problem, request, useFormat, useSend } from '../../../../platform/shell/index.ts';
import { Button, Form, Name, Notice, Progress, SelectField, TextField } from '../../../../platform/ui/index.ts';
import { paperAbouts, paperKinds } from '../../../cases/domain/index.ts';
import { asJpeg } from './asJpeg.ts';
import { languageOptions } from './languages.ts';
import { useSendFile } from './useSendFile.ts';

/** What a phone offers to choose from. Without HEIC in it, an iPhone gives its photos as JPEG. */
export const accepted = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  '.docx',
  '.xlsx',
  '.odt',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  '.m4a',
];

/**
 * A paper is chosen or photographed, described, and sent; what was typed stays while the sending is mended. No `CommandForm`: the file goes
 * first, in stretches, and is no draft.
 */
export function AddPaper({
  id,
  limit,
  onDone,
  onClose,
}: {
  readonly id: string;
  readonly limit: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation('papers');
  const { number } = useFormat();
  const [file, setFile] = useState<File>();
  const [paper, setPaper] = useState(() => uuidv7());
  const [commandId, setCommandId] = useState(() => uuidv7());
  const [kind, setKind] = useState('');
  const [about, setAbout] = useState('');
  const [language, setLanguage] = useState('');
  const [title, setTitle] = useState('');
  const preview = usePreview(file);
  const { send, sent } = useSendFile(id);
  const megabytes = number(Math.floor(limit / 1024 ** 2));
  const tooLarge = file !== undefined && file.size > limit;
  const add = useSend<File, unknown>(async (chosen) => {
    await send(paper, chosen);
    return await request('POST', `/api/cases/case/${id}/attach-paper`, {
      commandId,
      input: { paper, kind, about, ...(language ? { language } : {}), ...(title.trim() ? { title: title.trim() } : {}) },
    });
  }, onDone);
  const choose = async (files: FileList | null) => {
    const given = files?.[0];
    if (!given) return;
    const chosen = await asJpeg(given);
    // Another file is another paper.
    setPaper(uuidv7());
    setCommandId(uuidv7());
    add.reset();
    setFile(chosen);
  };
  const refusal = add.error as Problem | null;
  return (
    <Form
      onSubmit={() => file && !tooLarge && add.mutate(file)}
      submit={t(refusal && ['offline', 'attachments.broken-off'].includes(refusal.code) ? 'paper.retry' : 'paper.send')}
      pending={add.isPending}
      refused={refusal ?? undefined}
      onCancel={onClose}
    >
      <p className="soft small">{t('paper.attach-hint', { megabytes })}</p>
      {file && (
        <p className="paper-chosen">
          {preview && <img className="paper-thumbnail" src={preview} alt="" />}
          <Name>{file.name}</Name>
        </p>
      )}
      {tooLarge && <Notice tone="red">{t('paper.too-large', { megabytes })}</Notice>}
      {!add.isPending && (
        <div className="buttons">
          <FileTrigger acceptedFileTypes={['image/jpeg']} defaultCamera="environment" onSelect={(files) => void choose(files)}>
            <Button>{t('paper.camera')}</Button>
          </FileTrigger>
          <FileTrigger acceptedFileTypes={accepted} onSelect={(files) => void choose(files)}>
            <Button>{t(file ? 'paper.again' : 'paper.choose')}</Button>
          </FileTrigger>
        </div>
      )}
      <SelectField
        label={t('paper.kind')}
        value={kind}
        onChange={setKind}
        required
        options={[['', '—'], ...paperKinds.map((one) => [one, t(`paper.of-kind.${one}`)] as const)]}
      />
      <SelectField
        label={t('paper.about')}
        value={about}
        onChange={setAbout}
        required
        options={[['', '—'], ...paperAbouts.map((one) => [one, t(`paper.of-about.${one}`)] as const)]}
      />
      <SelectField
        label={t('paper.language')}
        value={language}
        onChange={setLanguage}
        options={[['', t('paper.no-language')], ...languageOptions(i18n.language)]}
      />
      <TextField label={t('paper.name')} hint={t('paper.name-hint')} value={title} onChange={setTitle} />
      {add.isPending && file && (
        <Progress
          label={t(sent === undefined || sent >= file.size ? 'paper.checking' : 'paper.sending')}
          done={Math.round((sent ?? file.size) / 1024)}
          total={Math.round(file.size / 1024)}
        />
      )}
    </Form>
  );
}

/** An address for a picture that was chosen, as long as it is on screen. */
function usePreview(file: File | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file || !/^image\/(jpeg|png|webp)$/.test(file.type)) {
      setAddress(undefined);
      return undefined;
    }
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
