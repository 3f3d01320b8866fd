import { globSync, readFileSync } from 'node:fs';

/** What a process holds and has used. Unlike a time by the clock, this hardly depends on what else the machine does. Linux only. */
export interface Usage {
  readonly name: string;
  readonly mb: number;
  readonly cpuSeconds: number;
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** A process and all it started. */
function usagesOf(pid: number): Usage[] {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === '') return [];
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const own = {
    name: read(`/proc/${pid}/comm`).trim(),
    mb: Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024,
    // User and system time in hundredths of a second, and that of children that have ended.
    cpuSeconds: [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) / 100,
  };
  const children = globSync(`/proc/${pid}/task/*/children`).flatMap((file) => read(file).split(' ').filter(Boolean));
  return [own, ...children.flatMap((child) => usagesOf(Number(child)))];
}

/** What a process and all it started have used since they began. */
export const cpuSecondsOf = (pid: number): number => usagesOf(pid).reduce((sum, one) => sum + one.cpuSeconds, 0);

const isNode = ({ name }: Usage) => /^(node|MainThread)/.test(name);

/** The process of the start script, the server's, and PostgreSQL's together. */
export function serverUsage(pid: number): { starter: Usage; server: Usage; database: Usage } {
  const all = usagesOf(pid);
  const [starter, server] = all.filter(isNode);
  const database = all.filter(({ name }) => name.startsWith('postgres'));
  if (!starter || !server) throw new Error('The processes of the server cannot be seen on this system.');
  const sum = (of: 'mb' | 'cpuSeconds') => database.reduce((total, one) => total + one[of], 0);
  return { starter, server, database: { name: 'postgres', mb: sum('mb'), cpuSeconds: sum('cpuSeconds') } };
}
