import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import {
  Dialog as AriaDialog,
  Autocomplete,
  Button,
  Collection,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Name } from '../../ui/index.ts';
import type { WebArea } from '../area.ts';
import type { Navigation } from '../navigation/useNavigation.ts';
import { useSession } from '../session.tsx';
import { fewestLetters, useFound } from './useFound.ts';
import './palette.css';

interface Item {
  readonly id: string;
  readonly to: string;
  readonly icon: IconName;
  readonly text: string;
  readonly shown: ReactNode;
  readonly about?: string | undefined;
}

/** Goes to any page, to a child by name or number, or to an act, without the mouse. Loaded when it is first opened. */
export default function Palette({
  areas,
  navigation,
  onClose,
}: {
  readonly areas: readonly WebArea[];
  readonly navigation: Navigation;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('shell');
  const { t: words } = useTranslation(areas.map(({ name }) => name));
  const { may } = useSession();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { can, found, looking, error } = useFound(areas, typed);
  const sought = typed.trim().toLocaleLowerCase();
  const fits = ({ text, about = '' }: Item) => `${text} ${about}`.toLocaleLowerCase().includes(sought);
  const groupOf = new Map(navigation.groups.map(({ name, label }) => [name, label]));
  const pages = navigation.entries.map(
    ({ to, icon, label, group }): Item => ({ id: `page ${to} ${label}`, to, icon, text: label, shown: label, about: groupOf.get(group) }),
  );
  const acts = areas.flatMap(({ name, acts: ofArea = [] }) =>
    ofArea
      .filter((act) => may(...act.may))
      .map(({ to, icon, words: key }): Item => {
        const text = words(`${name}:${key}`);
        return { id: `act ${to}`, to, icon, text, shown: text };
      }),
  );
  const children = (found ?? []).map(
    ({ key, name, about, to, icon }): Item => ({ id: `found ${key}`, to, icon, text: name, shown: <Name>{name}</Name>, about }),
  );
  const today: Item = { id: 'page /', to: '/', icon: 'today', text: t('today.nav'), shown: t('today.nav') };
  const sections = [
    { id: 'children', title: t('find.children'), items: children },
    { id: 'do', title: t('find.do'), items: acts.filter(fits) },
    { id: 'go', title: t('find.go'), items: [today, ...pages].filter(fits) },
  ].filter(({ items }) => items.length > 0);
  const toOf = new Map(sections.flatMap(({ items }) => items.map(({ id, to }) => [id, to])));
  const status = looking
    ? t('find.looking')
    : error
      ? error.sentence
      : sought !== '' && sections.length === 0
        ? t(can && sought.length < fewestLetters ? 'find.short' : 'find.none')
        : '';
  return (
    <ModalOverlay className="palette-veil" isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="palette">
        <AriaDialog aria-label={t('find.label')} className="palette__inside">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <div className="palette__field">
              <Icon name="search" />
              <TextField aria-label={t('find.label')} autoFocus>
                <Input dir="auto" autoComplete="off" enterKeyHint="go" placeholder={t('find.label')} />
              </TextField>
              <Button className="button button--quiet button--small" onPress={onClose}>
                {t('find.close')}
              </Button>
            </div>
            <Menu
              className="palette__list"
              aria-label={t('find.label')}
              items={sections}
              onAction={(id) => {
                const to = toOf.get(String(id));
                if (to) void navigate({ to });
                onClose();
              }}
            >
              {({ id, title, items }) => (
                <MenuSection id={id}>
                  <Header>{title}</Header>
                  <Collection items={items}>
                    {({ id: key, icon, text, shown, about }) => (
                      <MenuItem id={key} textValue={text} className="palette__item">
                        <Icon name={icon} />
                        <span>
                          {shown} {about && <small>{about}</small>}
                        </span>
                      </MenuItem>
                    )}
                  </Collection>
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
          <p className="palette__status" role="status">
            {status}
          </p>
          <div className="palette__foot">
            <span className="palette__keys" aria-hidden="true">
              <kbd className="keycap">↑</kbd> <kbd className="keycap">↓</kbd> {t('find.choose')}
            </span>
            <span className="palette__keys" aria-hidden="true">
              <kbd className="keycap">↵</kbd> {t('find.enter')}
            </span>
            {can && <span>{t('find.recorded')}</span>}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
