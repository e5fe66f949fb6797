/**
 * The 256 pictures of the picture key, in groups as they are looked for. A picture's number is its place in the whole
 * list: keys that were given hold it, so nothing is ever put in, taken out or moved. Words are each language's own
 * (`locales/<language>/picture-key.json`); these names stay as they are.
 */
export const pictureGroups = {
  animals: words(`
    cat dog horse cow duck frog rabbit hamster tiger lion elephant giraffe zebra monkey gorilla panda koala kangaroo
    camel llama goat sheep chicken penguin parrot owl eagle swan flamingo dolphin whale seal octopus crab turtle
    lizard crocodile dinosaur dragon unicorn butterfly bee ladybird snail ant worm hedgehog squirrel beaver badger
    otter sloth raccoon skunk deer fox bear hippo rhino bird jellyfish fish leopard feather nest egg paw`),
  outside: words(`
    sun moon star cloud rainbow volcano mountain island beach cactus tree leaf clover mushroom tulip rose daisy planet
    world seedling`),
  food: words(`
    apple banana orange lemon grape watermelon cherry strawberry pineapple coconut kiwi mango tomato onion pepper
    broccoli sweetcorn peas cucumber bread croissant pancake waffle cheese pizza sandwich noodles rice spaghetti salad
    popcorn biscuit cupcake pie chocolate lollipop milk doughnut ice-cream juice teapot blueberry cake`),
  going: words(`
    bus tram train bike scooter lorry tractor taxi helicopter aeroplane rocket sailboat ship canoe balloon skateboard
    sledge anchor motorbike trolley spaceship fire-engine`),
  things: words(`
    book pencil brush scissors ruler backpack telephone television laptop robot radio watch key lock door window chair
    sofa bath soap sponge broom toothbrush mirror spanner screwdriver magnet torch battery bell`),
  playing: words(`
    drum guitar piano trumpet flute saxophone microphone headphones football basketball tennis rugby bowling kite
    yo-yo teddy puzzle present trophy medal`),
  wearing: words(`
    crown ring diamond glasses top-hat scarf shirt dress jeans umbrella ribbon needle wool`),
  more: words(`
    parcel envelope postbox map compass telescope microscope tent castle hut bridge fairground circus rollercoaster
    firework confetti ski calendar newspaper paint picture toolbox brick spoon teacup jar paperclip notebook coin plug
    bulb bin goggles wheelchair armchair frisbee volleyball suitcase shower wave snowflake`),
} as const;

export type PictureGroup = keyof typeof pictureGroups;

/** Every picture's name, by its number. */
export const pictures: readonly string[] = Object.values(pictureGroups).flat();

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
