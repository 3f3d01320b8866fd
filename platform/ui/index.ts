import './tokens.css';
import './base.css';
import './controls.css';
import './parts.css';

export { Bars } from './Bars.tsx';
export { Button, Buttons, LinkButton } from './Button.tsx';
export { Dialog } from './Dialog.tsx';
export { Empty } from './Empty.tsx';
export { Facts, Figure, Figures } from './Facts.tsx';
export { ChoiceField, DateField, Form, SelectField, TextField } from './Field.tsx';
export { Icon, type IconName } from './Icon.tsx';
export { Badge, Badges, Name, Notice } from './Marks.tsx';
export { Columns, Page, Section, Stack } from './Page.tsx';
export { Progress, Skeleton } from './Progress.tsx';
export { type Column, Table } from './Table.tsx';
export { Timeline, type TimelineEntry } from './Timeline.tsx';
export { Toasts, useToast } from './Toasts.tsx';
