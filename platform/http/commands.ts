import { Type } from 'typebox';
import { contract } from '../contract/index.ts';
import { fields, Id, refuse } from '../decider/index.ts';
import { Refused } from '../ledger/problems.ts';
import { type AnyRoute, route, type ServerArea } from './area.ts';

/** Whether a command cannot be given without saying anything. */
const needsInput = ({ required }: { readonly required?: readonly string[] }) => required !== undefined && required.length > 0;

/** One route for each command of each record of an area: `POST /api/<area>/<record>/{id}/<command>`. */
export function commandRoutes(area: ServerArea): AnyRoute[] {
  return area.records.flatMap((record) => {
    const [, name] = record.kind.split('.');
    return Object.entries(record.commands).map(([command, { summary, input }]) =>
      route(
        contract({
          method: 'POST',
          path: `/api/${area.name}/${name}/{id}/${command}`,
          summary,
          may: [command, record.kind],
          params: Type.Object({ id: Id }),
          body: fields({
            commandId: Id,
            expectedVersion: Type.Optional(Type.Integer({ minimum: 0 })),
            input: needsInput(input) ? input : Type.Optional(input),
          }),
          answer: Type.Object({ id: Id, version: Type.Integer(), repeated: Type.Boolean() }),
        }),
        async ({ actor, params, body, tx, services }) => {
          const { commandId, expectedVersion, input } = body as { commandId: string; expectedVersion?: number; input?: unknown };
          const [outcome] = await services.ledger.run(tx, actor, [
            { kind: record.kind, id: params.id, name: command, input: input ?? {}, commandId, expectedVersion },
          ]);
          // Thrown, not answered: the transaction must be rolled back.
          if (!outcome?.ok) throw new Refused(outcome ? outcome.refusal : refuse('ledger.not-found'));
          return { id: outcome.id, version: outcome.version, repeated: outcome.repeated };
        },
      ),
    );
  });
}
