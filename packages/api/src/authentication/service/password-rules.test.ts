/** Which passwords are refused. */
import { expect, it } from "vitest";
import { PASSWORD_MIN_LENGTH } from "../contract.ts";
import { commonPasswords } from "./common-passwords.ts";
import { passwordProblem } from "./password-rules.ts";

const owner = { email: "amina.alaoui@example.com", username: "Amina7", storeName: "Rue Verte" };

it.each(["SecurePass123", "SecurePassword123", "correct horse battery staple", "çà et là 2026"])(
  "accepts %s",
  (password) => {
    expect(passwordProblem(password, owner)).toBeNull();
  },
);

it.each(["password123", "Password123", "qwertyuiop", "ｐassword123"])(
  "refuses %s, which many use",
  (password) => {
    expect(passwordProblem(password, owner)).toMatch(/common/);
  },
);

it.each(["amina.alaoui", "Amina.Alaoui!99", "xxAMINA7xx", "rue verte 1", "RueVerte2026"])(
  "refuses %s, which the account gives away",
  (password) => {
    expect(passwordProblem(password, owner)).toMatch(/similar/);
  },
);

it("takes no offence at words of less than four characters", () => {
  const short = { email: "ed@example.com", username: "bob", storeName: "Xy" };
  expect(passwordProblem("bobbed-xylophone", short)).toBeNull();
});

it("knows at least 200 common passwords, in the form they are compared in", () => {
  expect(commonPasswords.size).toBeGreaterThan(200);
  for (const password of commonPasswords) {
    expect(password).toBe(password.toLowerCase());
    expect(password.length).toBeGreaterThanOrEqual(PASSWORD_MIN_LENGTH);
  }
});
