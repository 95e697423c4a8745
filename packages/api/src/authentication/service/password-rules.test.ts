/** Which passwords are refused. */
import { expect, it } from "vitest";
import { commonPasswords } from "./common-passwords.ts";
import { passwordProblem } from "./password-rules.ts";

const owner = {
  email: "amina.alaoui@example.com",
  username: "Amina7",
  names: ["Zahra", "El Fassi"],
  storeName: "Rue Verte",
};

it.each([
  "SecurePass123",
  "SecurePassword123",
  "SecurePassword123!",
  "souk-demo-2026",
  "correct horse battery staple",
  "çà et là 2026",
  // A common word is a fine part of a long one.
  "dragon 1234567890",
  "1995-a-good-year",
])("accepts %s", (password) => {
  expect(passwordProblem(password, owner)).toBeNull();
});

it.each([
  "password123",
  "Password123",
  "qwertyuiop",
  "ｐassword123",
  "1q2w3e4r5t",
  "sunshine2019",
  "Dragon!!2026",
  "football-99",
])("refuses %s, which many use", (password) => {
  expect(passwordProblem(password, owner)).toMatch(/common/);
});

it.each([
  "amina.alaoui",
  "Amina.Alaoui!99",
  "amina.alaoui@example.com",
  "xxAMINA7xx",
  "rue verte 1",
  "RueVerte2026",
  "my name is ZAHRA",
  "el fassi 1975",
  "elfassi-1975",
])("refuses %s, which the account gives away", (password) => {
  expect(passwordProblem(password, owner)).toMatch(/similar/);
});

it("takes no offence at words of less than four characters", () => {
  const short = { email: "ed@x.com", username: "bob", names: ["Al", "Ott"], storeName: "Xy" };
  expect(passwordProblem("bobbed-xylophone-al-ott", short)).toBeNull();
});

it("knows many common passwords, in the form they are compared in", () => {
  expect(commonPasswords.size).toBeGreaterThan(40_000);
  for (const password of commonPasswords) {
    expect(password).toBe(password.normalize("NFKC").toLowerCase());
  }
});
