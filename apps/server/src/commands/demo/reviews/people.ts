/** To wear, to carry, to write with and to play. */
export const peopleReviews = `
workshop-jacket
5 7 Matteo | Better each week | Stiff for a week, then it is yours. The pockets take a folding rule and a sandwich.
4 42 Johanna | Runs large | I went one size down, as the shop advised by mail, and it fits.
5 105 Piet | | Second one. The first is not worn out, I only wanted the other colour.

ferryman-jumper
5 52 Sorcha | Holds its shape | A winter of daily wear and the elbows are still elbows. Does not itch over a shirt.
3 94 Andre | Warm, very warm | For indoors it is too much. On a boat it is right.

plain-good-tee
5 31 Oriol | Nothing else indeed | Heavy cotton, straight seams. After twenty washes the collar lies flat.
4 72 Tilda | | I would like it a little longer.

reading-room-shirt
5 65 Walter | | Soft from the first day, and the buttons are a pleasure.

allotment-trousers
4 56 Kerstin | You can kneel in them | The gusset is the whole point. Wish there were a pocket for the knife.

market-day-dress
5 20 Leila | Real pockets | A telephone, keys and an apple. It creases as linen does, and looks right so.
5 83 Susanne | | Bought for a wedding, worn ever since.

drift-scarf
5 36 Nadia | | Long enough to go round twice and still be a scarf.

lookout-beanie
4 62 Finn | Stays on in wind | Covers the ears. The bobble is a matter of taste; I cut mine off.

wellington-socks
5 27 Edda | No more sliding | They stay up in the boots all day. That is all I wanted.

long-weekend-bag
5 19 Julian | Three nights, honestly | Two pairs of shoes below, everything else above. Fits under a train seat.
4 74 Ellen | Strap could be softer | Handsome, well sewn. When it is full the strap presses.
5 136 Dario | | Five years of weekends in the old one, now this. The leather has gone darker.

pass-backpack
5 29 Moritz | Dry inside | An hour of rain, laptop dry. The buckles are loud in a library.
2 110 Hedda | A buckle came off | After two months one buckle hung by a thread. The shop repaired it, it took three weeks.

ledger-tote
5 54 Vera | It does stand up | By itself, even with only a book in it.

two-fold-wallet
4 67 Eugen | Tight at first | Six cards are six cards. After a month the leather gives.

summit-flask
5 23 Katrin | Tea at the top | Filled at six, still hot at three. No drop in the rucksack.
5 89 Ole | | Dented it on a rock. It still closes.

cloudburst-umbrella
5 45 Sabine | Turned inside out and back | A gust on the bridge, and it simply folded back. The handle is lovely in the hand.

daybook
5 16 Ilja | Opens flat | Really flat, from the first page to the last. Takes fountain ink without a shadow.
4 78 Dora | | I would like it with dots.

row-fountain-pen
5 38 Clemens | Starts at once | Even after a week in the drawer. The nib is a true medium.
3 103 Asta | Cap is loose | Writes beautifully, but the cap does not click when posted.

drawing-room-pencils
5 81 Noemi | | Soft, dark, and they sharpen without breaking.

barnaby-bear
5 14 Miriam | Loved flat | Two years old and thoroughly chewed. The scarf has been through the wash many times.
5 69 Grandpa Joe | | She has named him after me. I have nothing to add.
4 119 Aurelie | A firm bear | More for sitting up than for cuddling, at first. It gives.

small-town-blocks
5 33 Henrik | The arches! | Our son builds stations for hours. Corners are smooth, paint is still on.

parlour-chess
4 86 Ludwig | Pieces well weighted | The board does not lie quite flat. The pieces make up for it.

headland-kite
5 58 Roos | It does launch alone | Beach, steady wind, six-year-old: up on the first try.
1 107 Bernd | Broke on the first day | A spar snapped in what was hardly a breeze. I got my money back.

ring-hill
5 40 Tess | | Plain, heavy, well turned. The rounded stop is a clever thought.
`;
