import { subjectKinds } from "./log-words";

type Props = { actor: string; about: string };

/** Works as a plain form. */
export function LogFilter({ actor, about }: Props) {
  const single = about !== "" && !(about in subjectKinds);
  return (
    <form action="/staff/log" className="filter row">
      <div className="field">
        <label htmlFor="actor">Who (handle)</label>
        <input
          id="actor"
          name="actor"
          defaultValue={actor}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </div>
      <div className="field">
        <label htmlFor="about">About</label>
        <select id="about" name="about" defaultValue={about}>
          <option value="">Anything</option>
          {single && <option value={about}>{`Only ${about.replace(":", " ")}`}</option>}
          {Object.entries(subjectKinds).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button className="button button-quiet">Show</button>
    </form>
  );
}
