import { expect, it } from "vitest";
import { anAppeal, aDecision } from "@/lib/testing/decisions";
import { aMember, aThread } from "@/lib/testing/factories";
import { aStatement } from "@/lib/testing/reports";
import { noteAnswerOpened } from "./queries-objection";
import { listUnseen } from "./queries-unseen";
import { noteStatementOpened } from "./queries";

it("lists statements until they are opened, to nobody else", async () => {
  const [author, other] = [await aMember(), await aMember()];
  const thread = await aThread({ author });
  const { id } = await aStatement({ thread });
  const unseen = [{ title: thread.title, position: null, href: `/me/statements/${id}` }];
  expect(await listUnseen(author.id)).toMatchObject(unseen);
  expect(await listUnseen(other.id)).toEqual([]);
  await noteStatementOpened(other.id, id);
  expect(await listUnseen(author.id)).toMatchObject(unseen);
  await noteStatementOpened(author.id, id);
  expect(await listUnseen(author.id)).toEqual([]);
});

it("lists answers to objections until they are opened, whatever was objected to", async () => {
  const author = await aMember();
  const decision = await aDecision({ author });
  await noteStatementOpened(author.id, decision.statementId ?? 0);
  const waiting = await anAppeal({ decision: await aDecision({ author }) });
  const answered = await anAppeal({ decision, outcome: "refused" });
  const answers = (await listUnseen(author.id)).filter(({ words }) => words.includes("answered"));
  expect(answers).toMatchObject([{ href: `/me/statements/${decision.statementId}` }]);
  await noteAnswerOpened(author.id, waiting.id);
  await noteAnswerOpened(author.id, answered.id);
  expect((await listUnseen(author.id)).filter(({ words }) => words.includes("answered"))).toEqual([]);
});
