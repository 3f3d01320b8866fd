import { useTranslation } from 'react-i18next';
import { Button, Name } from '../../ui/index.ts';
import { useSession } from '../session.tsx';
import { useSignOut } from '../signOut.ts';

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');

/** Who is signed in, and the way out. */
export function Who() {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  const signOut = useSignOut();
  return (
    <div className="who">
      <span className="who__initials" aria-hidden="true">
        {initialsOf(user.name)}
      </span>
      <span className="who__name">
        <Name>{user.name}</Name>
        <Button kind="quiet" small onPress={() => void signOut()}>
          {t('sign-out')}
        </Button>
      </span>
    </div>
  );
}
