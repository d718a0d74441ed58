import { ChoiceField, TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { changeRoleAction } from "@/lib/moderation/actions";
import { roleChoices } from "@/lib/moderation/labels-staff";
import { roles } from "@/lib/moderation/schema-staff";

type Props = { member: { id: number; role: (typeof roles)[number]; credential: string | null } };

/** For admins: what somebody is here. */
export function RoleForm({ member }: Props) {
  return (
    <ActionForm action={changeRoleAction} submit="Change the role" className="form role-form">
      <input type="hidden" name="member" value={member.id} />
      <ChoiceField
        name="role"
        label="What are they here?"
        defaultValue={member.role}
        choices={roles.map((role) => ({ value: role, ...roleChoices[role] }))}
      />
      <div className="if-provider">
        <TextField
          name="credential"
          label="What they do for a living"
          hint="It stands beside their name, for example: physiotherapist."
          defaultValue={member.credential ?? ""}
        />
      </div>
    </ActionForm>
  );
}
