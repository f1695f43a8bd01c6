/**
 * The answers to an unknown unit's name: yes or no to the nearest, an existing one, a new one, or
 * empty.
 */
import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import { kindOfName, UNIT_KINDS } from '../../../../main/domain/ledgers/unit.ts';
import type { ImportAnswer } from '../../../../preload/contract/answers.ts';
import type { Unit } from '../../../../preload/contract/units.ts';
import { call, onCoreEvent } from '../../../bridge/bridge.ts';
import type { DraftUnknownUnit } from '../draft/problems.ts';

type NewKind = Exclude<Unit['kind'], 'county'>;
const NEW_KINDS = UNIT_KINDS.filter(
  (kind): kind is Extract<(typeof UNIT_KINDS)[number], { value: NewKind }> =>
    kind.value !== 'county',
);

/** The kind a new unit is given where the user does not say: what its name tells. */
export function newKindOf(name: string): NewKind {
  const kind = kindOfName(name);
  return kind === 'county' ? 'department' : kind;
}

/** The county's units, kept up as they change. */
export function useUnits(): readonly Unit[] {
  const [units, setUnits] = useState<readonly Unit[]>([]);
  useEffect(() => {
    let live = true;
    const load = (): void =>
      void call('units.list', {})
        .then((found) => live && setUnits(found))
        .catch(() => undefined);
    load();
    const stop = onCoreEvent('changed', ({ areas }) => {
      if (areas.includes('unit')) load();
    });
    return () => {
      live = false;
      stop();
    };
  }, []);
  return units;
}

interface UnitQuestionProps {
  readonly unit: DraftUnknownUnit;
  readonly units: readonly Unit[];
  readonly onAnswer: (answer: ImportAnswer) => void;
}

export function UnitQuestion({ unit, units, onAnswer }: UnitQuestionProps) {
  const [other, setOther] = useState(unit.like === null);
  const [making, setMaking] = useState(false);
  const answer = (as: Extract<ImportAnswer, { kind: 'unit' }>['as']): void =>
    onAnswer({ kind: 'unit', name: unit.name, as });
  if (!other) {
    return (
      <div className="imp-answers">
        <Button
          size="small"
          type="primary"
          onClick={() => answer({ is: 'known', unit: unit.like ?? '' })}
        >
          是
        </Button>
        <Button size="small" data-choose onClick={() => setOther(true)}>
          不是，另选
        </Button>
      </div>
    );
  }
  if (making) {
    return (
      <div className="imp-answers" role="group" aria-label={`“${unit.name}”的类别`}>
        {NEW_KINDS.map((kind) => (
          <Button
            key={kind.value}
            size="small"
            type={kind.value === newKindOf(unit.name) ? 'primary' : 'default'}
            autoFocus={kind.value === newKindOf(unit.name)}
            onClick={() => answer({ is: 'new', unitKind: kind.value })}
          >
            {kind.label}
          </Button>
        ))}
      </div>
    );
  }
  return (
    <div className="imp-answers">
      <Select
        size="small"
        className="imp-unit-choice"
        showSearch
        autoFocus={unit.like !== null}
        aria-label={`“${unit.name}”是哪个单位`}
        placeholder="选单位"
        popupMatchSelectWidth={false}
        value={null}
        options={units.map((one) => ({ value: one.name, label: one.name }))}
        onChange={(name: string | null) => name !== null && answer({ is: 'known', unit: name })}
      />
      <Button size="small" onClick={() => setMaking(true)}>
        新建单位
      </Button>
      <Button size="small" onClick={() => answer({ is: 'empty' })}>
        留空
      </Button>
    </div>
  );
}
