import { redirect } from "next/navigation";
import { requireStaff } from "@/lib/moderation/gate";

export default async function Staff() {
  await requireStaff("/staff");
  redirect("/staff/queue");
}
