type Props = { heading: string; of: string; rows: { label: string; n: number }[] };

/** How often each of some things was, the most frequent first. */
export function CountTable({ heading, of, rows }: Props) {
  return (
    <section>
      <h3>{heading}</h3>
      {rows.length === 0 ? (
        <p className="quiet">None.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <th scope="col">How often</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, n }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
