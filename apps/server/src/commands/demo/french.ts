/** The part of the demo store that speaks French. */

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** By slug. */
export const frenchCategories: Texts = {
  "kitchen-and-table": {
    name: "Cuisine & table",
    description: "Pour la pièce où l'on finit toujours : casseroles, assiettes et bonnes choses.",
  },
  "home-and-living": {
    name: "Maison",
    description: "Lumière, laine et bois pour des pièces où l'on vit.",
  },
  "wear-and-carry": {
    name: "Mode & sacs",
    description: "Des vêtements et des sacs faits pour être réparés.",
  },
  "desk-and-play": {
    name: "Bureau & jeux",
    description: "Papier, son et jeux, pour travailler et pour après.",
  },
  "bath-and-garden": {
    name: "Bain & jardin",
    description: "Eau chaude et plantes : deux raccourcis vers une meilleure journée.",
  },
  "mugs-and-cups": { name: "Mugs & tasses" },
  "bowls-and-plates": { name: "Bols & assiettes" },
  "cooking-and-prep": { name: "Cuisson & préparation" },
  lighting: { name: "Luminaires" },
  clothing: { name: "Vêtements" },
  "bags-and-travel": { name: "Sacs & voyage" },
};

/** By slug. */
export const frenchProducts: Texts = {
  "tide-mug": {
    title: "Mug Marée",
    subtitle: "Grès émaillé par trempage, pied d'argile nue",
    description_html:
      "<p>Chaque mug est trempé à la main : l'émail s'arrête un peu plus haut ou un peu plus bas, comme l'eau sur le mur d'un port. L'anse laisse place à trois doigts et reste fraîche.</p><ul><li>Petit 280 ml, grand 400 ml</li><li>Grès cuit à 1240 °C</li><li>Lave-vaisselle et micro-ondes</li></ul>",
    "option.Colour": "Couleur",
    "option.Colour.Terracotta": "Terre cuite",
    "option.Colour.Sage": "Sauge",
    "option.Colour.Chalk": "Craie",
    "option.Size": "Taille",
    "option.Size.Small": "Petit",
    "option.Size.Large": "Grand",
  },
  "lighthouse-mug": {
    title: "Mug Phare",
    subtitle: "Haut et étroit, garde le café chaud plus longtemps",
  },
  "chanterelle-lamp": { title: "Lampe Chanterelle" },
  "workshop-jacket": { title: "Veste d'atelier" },
  "sunday-casserole": { title: "Cocotte du dimanche" },
  "fell-wool-throw": { title: "Plaid en laine des collines" },
  "windowsill-radio": { title: "Radio de rebord de fenêtre" },
  "long-weekend-bag": { title: "Sac long week-end" },
  "kestrel-teapot": { title: "Théière Crécerelle" },
  "generous-leaf-fig": { title: "Figuier à grandes feuilles" },
  "barnaby-bear": { title: "Ours Barnabé" },
};

/** By code. */
export const frenchAttributes: Texts = {
  colour: { name: "Couleur" },
  material: {
    name: "Matière",
    "choice.Canvas": "Toile",
    "choice.Cast iron": "Fonte",
    "choice.Cotton": "Coton",
    "choice.Enamel": "Émail",
    "choice.Glass": "Verre",
    "choice.Leather": "Cuir",
    "choice.Linen": "Lin",
    "choice.Paper": "Papier",
    "choice.Porcelain": "Porcelaine",
    "choice.Steel": "Acier",
    "choice.Stoneware": "Grès",
    "choice.Wood": "Bois",
    "choice.Wool": "Laine",
  },
  capacity_ml: { name: "Contenance" },
  garment_size: { name: "Taille" },
  handmade: { name: "Fait main" },
};

/** By slug. */
export const frenchCollections: Texts = {
  "front-window": { name: "En vitrine", description: "Nos choix du moment." },
  "gifts-under-50": { name: "Cadeaux à moins de 50 €" },
  "just-in": { name: "Nouveautés" },
};
