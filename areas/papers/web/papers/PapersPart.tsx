import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Problem, useFormat, useOffice, useSend, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Button, Dialog, Empty, Name, Notice, Progress, Section, useToast } from '../../../../platform/ui/index.ts';
import { namesIn } from '../../../../platform/ui/names/names.ts';
import type { CaseHead } from '../../../cases/contract/index.ts';
import { type CasePart, casePart } from '../../../cases/web/index.ts';
import { AddPaper, accepted } from './AddPaper.tsx';
import './papers.css';
import type { CasePaper, CasePapers } from '../../contract/index.ts';
import { useRead } from '../api.ts';
import { PrintCase } from './PrintCase.tsx';
import { useSendFile } from './useSendFile.ts';

const usePapers = (id: string) => useRead('/api/papers/case/{id}', { id });

/** Papers, photos and recordings of a case. */
export default casePart('papers', usePapers, Papers);

function Papers({ head, of: { papers, limit }, acts: { can, start } }: CasePart<CasePapers>) {
  const { t } = useTranslation(['papers', 'cases']);
  const say = useToast();
  const { may } = useSession();
  const [shown, setShown] = useState<'attach' | 'print'>();
  const there = [...papers].reverse().filter(({ removed }) => !removed);
  const removed = papers.filter((paper) => paper.removed);
  const close = () => setShown(undefined);
  const done = (words: string) => {
    close();
    say(words);
  };
  const remove = (paper: CasePaper) =>
    start({
      name: 'remove-paper',
      about: <Notice tone="orange">{t('paper.remove-about')}</Notice>,
      target: { paper: paper.id },
      fields: [{ name: 'because', label: t('act.because') }],
    });
  return (
    <Section
      title={t('paper.title')}
      aside={
        <div className="buttons">
          {may('print', 'cases.case') && <Button onPress={() => setShown('print')}>{t('print.title')}</Button>}
          {can('attach-paper') && (
            <Button kind="primary" onPress={() => setShown('attach')}>
              {t('paper.attach')}
            </Button>
          )}
        </div>
      }
    >
      {there.length === 0 && <Empty title={t('paper.none')}>{t('paper.none-more')}</Empty>}
      <ul className="papers">
        {there.map((paper) => (
          <Paper key={paper.id} head={head} paper={paper} {...(can('remove-paper') ? { onRemove: () => remove(paper) } : {})} />
        ))}
      </ul>
      {removed.length > 0 && (
        <details>
          <summary>{t('paper.removed-list', { count: removed.length })}</summary>
          <ul className="papers">
            {removed.map((paper) => (
              <Paper key={paper.id} head={head} paper={paper} />
            ))}
          </ul>
        </details>
      )}
      <Dialog title={t('paper.attach')} isOpen={shown === 'attach'} onClose={close}>
        <AddPaper id={head.id} limit={limit} onClose={close} onDone={() => done(t('act.done'))} />
      </Dialog>
      <Dialog title={t('print.title')} isOpen={shown === 'print'} onClose={close}>
        <PrintCase id={head.id} onClose={close} onDone={() => done(t('print.made'))} />
      </Dialog>
    </Section>
  );
}

function Paper({ head, paper, onRemove }: { readonly head: CaseHead; readonly paper: CasePaper; readonly onRemove?: () => void }) {
  const { t, i18n } = useTranslation(['papers', 'cases']);
  const { date, number } = useFormat();
  const { nameOf } = useOffice();
  const { id, kind, about, language, title, on, by, removed, file } = paper;
  const words = title ?? t(`paper.of-kind.${kind}`);
  const told = [
    title && t(`paper.of-kind.${kind}`),
    t(`paper.of-about.${about}`),
    language && namesIn(i18n.language, 'language')(language),
    file && `${file.ending.toUpperCase()}, ${number(Math.max(1, Math.round(file.bytes / 1024)))} kB`,
  ];
  return (
    <li className="paper">
      {file?.picture ? (
        <img className="paper-thumbnail" src={`/api/papers/case/${head.id}/${id}/thumbnail`} alt="" loading="lazy" />
      ) : (
        <span className="paper-thumbnail paper-thumbnail--none" aria-hidden="true">
          {file?.ending.toUpperCase()}
        </span>
      )}
      <div className="paper__words">
        <strong dir="auto">{words}</strong>
        <div className="small soft">{told.filter(Boolean).join(' · ')}</div>
        <div className="small soft">{t('paper.added', { date: date(on), name: nameOf(by) })}</div>
        {removed && (
          <>
            <div className="small">
              <Badge>{t('paper.removed', { date: date(removed.on), name: nameOf(removed.by) })}</Badge>
            </div>
            <p dir="auto">{removed.because}</p>
          </>
        )}
        {!removed && !file && <SendAgain head={head} paper={id} />}
      </div>
      <div className="buttons">
        {file && (
          <a
            className="button"
            href={`/api/papers/case/${head.id}/${id}/content`}
            download
            aria-label={t('paper.download-of', { title: words })}
          >
            {t('paper.download')}
          </a>
        )}
        {onRemove && (
          <Button kind="quiet" label={`${t('act.remove-paper')}: ${words}`} onPress={onRemove}>
            {t('act.remove-paper')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The content of a paper that is described already has not arrived: it can be sent now. */
function SendAgain({ head, paper }: { readonly head: CaseHead; readonly paper: string }) {
  const { t } = useTranslation(['papers', 'cases']);
  const { send, sent } = useSendFile(head.id);
  const [file, setFile] = useState<File>();
  const sending = useSend<File, void>((chosen) => send(paper, chosen));
  const problem = sending.error as Problem | null;
  return (
    <>
      <Notice tone="orange">{t('paper.not-there')}</Notice>
      {problem && (
        <Notice tone="red">
          {problem.sentence} <Name>{file?.name}</Name>
        </Notice>
      )}
      {sending.isPending && file ? (
        <Progress label={t('paper.sending')} done={Math.round((sent ?? 0) / 1024)} total={Math.round(file.size / 1024)} />
      ) : (
        head.next.includes('attach-paper') && (
          <FileTrigger
            acceptedFileTypes={accepted}
            onSelect={(files) => {
              const chosen = files?.[0];
              if (!chosen) return;
              setFile(chosen);
              sending.mutate(chosen);
            }}
          >
            <Button>{t('paper.send-again')}</Button>
          </FileTrigger>
        )
      )}
    </>
  );
}
