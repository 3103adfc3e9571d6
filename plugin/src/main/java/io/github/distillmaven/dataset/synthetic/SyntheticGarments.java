package io.github.distillmaven.dataset.synthetic;

/** Garments as a shop would show them: bright silhouettes on a dark ground, with patterns, seams and fittings. */
final class SyntheticGarments implements Drawing {

    private static final double EXTENT = 22;
    private static final Warp.Wildness WILDNESS = new Warp.Wildness(0.07, 0.25, 0.28, 2.5, 0.06);

    @Override
    public byte[] draw(int label, Chance chance) {
        Canvas canvas = new Canvas(new Warp(EXTENT, WILDNESS, chance), chance.between(0.8, 1.3));
        Tailor tailor = new Tailor(canvas, chance);
        switch (label) {
            case 0 -> Clothes.tShirt(tailor, chance);
            case 1 -> Clothes.trousers(tailor, chance);
            case 2 -> Clothes.pullover(tailor, chance);
            case 3 -> Clothes.dress(tailor, chance);
            case 4 -> Clothes.coat(tailor, chance);
            case 5 -> ShoesAndBags.sandal(tailor, chance);
            case 6 -> Clothes.shirt(tailor, chance);
            case 7 -> ShoesAndBags.sneaker(tailor, chance);
            case 8 -> ShoesAndBags.bag(tailor, chance);
            case 9 -> ShoesAndBags.ankleBoot(tailor, chance);
            default -> throw new IllegalArgumentException("not a garment: " + label);
        }
        canvas.shade(chance.between(-0.25, 0.25), chance.between(-0.25, 0.25));
        return canvas.pixels(0.05, chance);
    }
}
