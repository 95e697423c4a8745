/** Groups of customers, and who is in them. */
export { createGroup, deleteGroup, getGroup, listGroups, updateGroup } from "./groups.ts";
export { addMembers, listMembers, removeMember } from "./members.ts";
