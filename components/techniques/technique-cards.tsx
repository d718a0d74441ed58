import type { TechniqueCard } from "@/lib/techniques/queries";

type Props = { techniques: TechniqueCard[]; level?: 2 | 3 };

export function TechniqueCards({ techniques, level = 3 }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ul className="grid techniques">
      {techniques.map((technique) => (
        <li key={technique.id} className="card card-link">
          <Heading>
            <a href={`/techniques/${technique.slug}`}>{technique.name}</a>
          </Heading>
          <p className="quiet">{technique.summary}</p>
        </li>
      ))}
    </ul>
  );
}
