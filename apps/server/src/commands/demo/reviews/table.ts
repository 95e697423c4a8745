/** For the kitchen, the table and the pantry. */
export const tableReviews = `
tide-mug
5 9 Nora B. | The one everybody reaches for | We own eleven mugs and fight over this one. The bare foot grips a wet
  counter, and the glaze line really is different on each of ours.
4 41 Tomas K. | Lovely, a little heavy | Beautiful work. The large one is heavy when it is full, so my mother prefers the
  small. No marks after three months in the dishwasher.
5 88 Ines P. | Bought two more | Indigo is darker than on my screen, almost black at the bottom. I like it better that way.
3 130 Gregor | One chip on arrival | A small chip at the foot. The shop sent another within the week, so no hard feelings.

lighthouse-mug
5 22 Maud L. | Still warm at the end of a meeting | The wall is as thick as they say. Fits under our machine with a
  finger's width to spare.
2 64 P. Stein | Hard to clean | My hand does not go in. You need a bottle brush, and nobody tells you that.

freckle-mug
5 15 Samira | Soup mug | Wide enough for a spoon. Each has its own freckles, mine look like a map of islands.
4 70 Jonas W. | | Nice clay. The cream one stains slightly with black tea, soda takes it off.

quay-beakers
5 33 Alva | Good in the hand | No handle, and still you do not burn yourself if you hold them by the rim. They stack.

kestrel-teapot
5 18 Ruth A. | It does not drip | I had given up on teapots that pour cleanly. This one does, every time, to the last cup.
5 95 Benoit | A wedding present | They wrote to say that it is used daily. What more can you ask of a present?
4 140 Kathy O. | | The lid wants a hand on it for the last cup. Otherwise a faultless pot.

meadow-pitcher
4 51 Sigrid | More vase than jug | Too big for our fridge door, perfect for the tulips.

rinse-tumblers
5 27 Marco D. | Thick and honest | Small bubbles, no two the same. One survived a fall on a wooden floor.
3 102 Lena F. | Smaller than I thought | Pretty, but check the millilitres. These are water glasses, not for beer.

ember-espresso-set
5 38 Paolo | Finally the right size | A real espresso, not a lake. They keep the crema warm.

kiln-seconds-mug
5 12 Wanda | Where is the fault? | I looked for ten minutes and could not find what is wrong with mine.

terrace-nesting-bowls
5 29 Heike M. | Three in the space of one | They stack without scraping, which my old ones never did.
4 77 Oskar | | I would like to buy the largest one alone.

common-plates
4 44 Yasmin | Plain, in the best sense | Everything looks good on them. Stack of eight fits a narrow cupboard.
2 118 D. Fournier | The line faded | After half a year in the dishwasher the line is paler on two of six. The shop says to
  wash at 55 degrees.

supper-bowls
5 20 Minh T. | Made for noodles | Deep, with a rim that does not burn the thumbs. The best bowls I have had.
5 90 Carla | | Bought four, then four more.

hearth-skillet
5 16 Anton | Eggs slide | I did not believe "ready seasoned". The first egg slid anyway. Do not let it soak.
5 61 Deborah S. | Worth the arm muscles | Heavy, of course. The smooth surface is what you pay for, and you notice it.
3 125 Luc | Handle gets hot | Good pan, but you need a cloth, always. I knew it, and forget it each time.

sunday-casserole
5 24 Ewa N. | The lid works | Condensed drops come down all over the roast, not only at the rim. Nothing dried out.
5 80 Family Brandt | Third winter | Stews, bread, apple sauce. The enamel inside has not coloured.
4 133 Rosie | Plan your shelf | Measure your cupboard first. Ours lives on the stove now, which suits it.

heron-chefs-knife
5 31 Karim | Arrived sharp, stayed sharp | Two months of daily onions before it saw the stone. Balanced at the bolster.
4 99 T. Lindqvist | | The box could be better. The knife could not.

long-grain-board
4 47 Pia | Oil it | Beautiful grain. It came quite dry, so oil it twice before first use.

beacon-pepper-mill
2 36 Hugo R. | Coarse is not coarse | Fine is fine, but at its coarsest I still get dust. Looks great, though.
5 82 Beatriz | | Turns easily, even with wet hands.

slow-pour-dripper
5 19 Ana | Worth the wait | Four even cups. The jug pours without a drop on the cloth.

stovetop-moka
4 58 Vincenzo | Like my grandmother's | It gurgles as it should. Take it off the flame a little earlier than you think.

first-light-breakfast-tea
5 11 Geoff | A proper cup | Strong enough for milk, no bitterness when I forget it for ten minutes.
4 66 Olga | | Good tea. I would like it in a larger bag.

hearthside-chai
5 25 Priya | Ginger that means it | Simmer it in the milk. The cardamom comes after, as the label promises.

harbour-roast-coffee
5 14 Mats | Round and sweet | Roasted four days before it came. Easy on every machine I tried.
3 73 Sven H. | Too mild for me | Well made, but I like it darker.

heath-honey
5 40 Ursula | Tastes of late summer | Firm, you cut it rather than pour it. Gone within a week.

damson-jam
5 55 Colm | Not too sweet | Tart, with pieces of skin. The first jam my father has praised.

sea-salt-chocolate
4 8 Zoe | Dangerous | The crunch is fun. Meant to last a month, lasted an evening.
`;
