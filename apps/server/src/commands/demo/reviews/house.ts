/** For the rooms, the bath, the garden and the desk. */
export const houseReviews = `
chanterelle-lamp
5 13 Frida | Warmer than the pictures | A small pool of light, just right beside the bed. The switch clicks with conviction.
4 49 Emil R. | Short cable | A lovely thing. With another half metre of cable it would have five stars.
5 112 Noor | | My daughter says goodnight to it.

pebble-table-lamp
5 37 Claire | Heavy in a good way | The cat has tried to push it off. The cat has lost.

stork-floor-lamp
4 59 Bruno | Good to read by | Light goes where the book is. Assembly took ten minutes with the key that comes with it.
2 121 Anke | Wobbles on our floor | Three legs should not wobble, but our boards are old. Felt pads helped a little.

longhand-desk-lamp
5 30 Idris | Stays where you put it | My last lamp bowed to me. This one does not.

fig-and-smoke-candle
5 17 Lotte | Not perfume, a place | Smells like a garden the evening after a fire. Burned for more than forty hours.
3 84 M. Rey | Strong | Too strong for a small bathroom. In the hall it is perfect.

ferry-lantern
5 68 Aksel | Survived a storm | It hung on the jetty through November and is only a little greener.

fell-wool-throw
5 10 Margit | Warm without weight | Lives on the sofa, and nobody admits to having taken it upstairs.
5 57 Declan | | The fringe is twisted by hand, and you can tell.
4 101 Sofie V. | Sheds a bit at first | Shake it outside twice, then it stops. Colours as shown.

crofter-check-blanket
4 46 Hanne | Dog approved | Washed at 30 degrees twice, kept its shape. The dog took the red one.

stonewash-cushion
5 35 Ilse | | Soft from the first day. The knots are a nice idea and do not scratch.

caravan-rug
3 92 Robert | Slides without an underlay | Beautiful weaving, but buy something to put below it.

boathouse-towels
5 23 Camille | They dry you | Many soft towels only move the water about. These dry, and dry quickly themselves.
4 76 Stefan | | A little lint in the first wash, none since.

barn-soap
5 28 Eline | Kind to cracked hands | I garden every day. No more cracks at the knuckles since the second bar.

night-hands-balm
4 53 Jan | Thick! | A very little is enough. Smells of nothing much, which I count in its favour.

second-morning-robe
5 34 Teresa | Sunday in a robe | Light, with deep pockets. I have not been properly dressed since.
2 109 Ulrich | Sleeves too short | I am tall, and even the large one ends well before my wrists. Sent back without trouble.

windowsill-radio
5 21 Birgit | One dial, no menu | My father is 84 and found his station at once. That says everything.
4 63 Nils | Good sound, no battery | Clear and warm. I wish it had a battery for the garden.
5 115 Amelie | | The oak has darkened nicely in the sun.

evening-turntable
4 45 Rafael | Easy to begin with | Playing within a quarter of an hour. The preamp is decent, our own is better.

quiet-room-headphones
5 26 Selma | The office is gone | Two colleagues, one printer, no sound. The pads come off with a twist.
3 87 Kurt | Tight with glasses | Very good sound, but after two hours my glasses hurt.

typesetter-keyboard
5 32 Wim | Like typing on a desk | It does not move, it does not rattle. My partner still hears it, a little.

anchor-side-table
5 71 Greta | | Exactly a lamp, a book and a cup. They were honest about it.

half-past-clock
5 39 Mirjam | Really silent | I held my ear to it. Nothing.

haymaker-basket
4 50 Petra | | Holds a whole week of washing. A few loose ends to trim.

generous-leaf-fig
4 43 Leon | Travelled well | One leaf down on arrival, three new ones since. The packing was better than some furniture gets.
1 97 K. Novak | Arrived cold | It came in January and had been left outside for a night. All leaves fell.

windowsill-herbs
5 48 Fatou | | The basil lasted, which basil never does with me. Thyme is a forest now.

long-reach-watering-can
5 79 Arthur | Balanced, as they say | It does not pour on your shoe when you set it down. Small things matter.

rose-hill-secateurs
5 60 Gwen | Clean cuts | Forty roses in a morning, and no ache in the hand. The spring has not jumped out once.
`;
