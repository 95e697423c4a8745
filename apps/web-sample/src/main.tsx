/** Starts the shop. */
import { SoukProvider } from "@souk/client/react";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router.tsx";
import { queryClient, souk } from "./souk.ts";
import "./styles/index.css";
import "./styles/motion.css";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root.");

createRoot(root).render(
  <StrictMode>
    <SoukProvider souk={souk} queryClient={queryClient}>
      <RouterProvider router={router} />
    </SoukProvider>
  </StrictMode>,
);
