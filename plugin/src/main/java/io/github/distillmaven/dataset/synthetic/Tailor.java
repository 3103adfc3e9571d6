package io.github.distillmaven.dataset.synthetic;

import java.util.List;

/** Makes one garment on a canvas: bright cloth with dark details, or dark cloth with bright ones. */
final class Tailor {

    private final Canvas canvas;
    private final Chance chance;
    private final double clothTone;
    private final double detailTone;
    private final boolean piped;

    Tailor(Canvas canvas, Chance chance) {
        this.canvas = canvas;
        this.chance = chance;
        boolean dark = chance.once(0.65);
        double contrast = chance.between(0.4, 0.8);
        this.clothTone = dark ? chance.between(0.09, 0.24) : chance.between(0.5, 0.95);
        this.detailTone = dark ? clothTone + contrast : clothTone - contrast;
        this.piped = chance.once(dark ? 0.75 : 0.2);
    }

    /** Lays cloth: plain, patterned or printed, with or without piping along its edge. */
    Coverage cloth(Path outline, Fabric... fabrics) {
        Fabric fabric = fabrics[chance.below(fabrics.length)];
        Coverage area = canvas.area(outline);
        canvas.paint(area, clothTone);
        Coverage pattern = canvas.lines(fabric.pattern(chance), fabric.lineWidth(chance));
        canvas.paint(pattern.within(area), clothTone + chance.between(0.5, 1) * (detailTone - clothTone));
        if (piped && !fabric.print()) {
            seam(outline, 1.8, area);
        }
        return area;
    }

    /** Covers a part of the garment with cloth of the details' tone. */
    void trim(Path outline, Coverage garment) {
        canvas.paint(canvas.area(outline).within(garment), detailTone);
    }

    /** Draws a seam, a fold, a lace: a line that ends where the garment does. */
    void seam(Path line, double width, Coverage garment) {
        canvas.paint(canvas.lines(List.of(line), width).within(garment), detailTone);
    }

    /** Draws a seam and its mirror image on the other half of the garment. */
    void seams(Path line, double width, Coverage garment) {
        seam(line, width, garment);
        seam(line.mirrorImage(), width, garment);
    }

    /** Draws a strap or a handle, which reaches beyond the cloth, in the brighter of the two tones. */
    void strap(Path line, double width) {
        canvas.paint(canvas.lines(List.of(line), width), Math.max(clothTone, detailTone));
    }

    /** Sews buttons in a row, the first at {@code top} and the last at {@code bottom}. */
    void buttons(double x, double top, double bottom, int count, Coverage garment) {
        for (int button = 0; button < count; button++) {
            double y = top + (bottom - top) * button / (count - 1);
            seam(Path.straight(x, y, x, y), 1.6, garment);
        }
    }
}
