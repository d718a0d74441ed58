import type { Metadata } from "next";
import { one } from "@/lib/platform/params";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";

export const metadata: Metadata = { title: "Write", robots: { index: false } };

type Props = { searchParams: Promise<{ technique?: string | string[] }> };

export default async function Write({ searchParams }: Props) {
  dependOn(tags.fixed);
  const technique = one((await searchParams).technique);
  const query = technique ? `?technique=${encodeURIComponent(technique)}` : "";
  return (
    <div className="frame frame-narrow">
      <div className="page-head">
        <h1>What would you like to do?</h1>
      </div>
      <ul className="stack plain-list">
        <li className="card card-link">
          <h2>
            <a href={`/write/post${query}`}>Ask, tell or advise</a>
          </h2>
          <p>A question, something that happened to you, or something that you learned. People answer below it.</p>
        </li>
        <li className="card card-link">
          <h2>
            <a href={`/write/testimonial${query}`}>Tell what a technique did to you</a>
          </h2>
          <p>A few questions with answers to choose. “No change” and “made it worse” are as welcome as “it helped”.</p>
        </li>
      </ul>
    </div>
  );
}
