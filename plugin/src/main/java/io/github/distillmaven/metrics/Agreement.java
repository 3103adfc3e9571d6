package io.github.distillmaven.metrics;

import java.util.List;

/**
 * How often a student's most likely class is its teacher's, also called fidelity (Stanton et al. 2021).
 *
 * @param overall over all images
 * @param whereTeacherIsWrong over the images whose label is not the teacher's answer: here a student cannot agree by
 *     being right
 */
public record Agreement(Proportion overall, Proportion whereTeacherIsWrong) {

    /**
     * Compares two models.
     *
     * @param teacher its answers
     * @param student its answers on the same images in the same order
     * @throws IllegalArgumentException if the two do not have the same labels in the same order
     */
    public static Agreement between(Predictions teacher, Predictions student) {
        List<Predictions.Row> teacherRows = teacher.rows();
        List<Predictions.Row> studentRows = student.rows();
        if (teacherRows.size() != studentRows.size()) {
            throw new IllegalArgumentException(
                    "the teacher answered %s images, the student %s".formatted(teacherRows.size(), studentRows.size()));
        }
        int agreed = 0;
        int wrong = 0;
        int agreedOnWrong = 0;
        for (int index = 0; index < teacherRows.size(); index++) {
            Predictions.Row answer = teacherRows.get(index);
            if (answer.label() != studentRows.get(index).label()) {
                throw new IllegalArgumentException("image %s has label %s for the teacher and %s for the student"
                        .formatted(index, answer.label(), studentRows.get(index).label()));
            }
            boolean same = answer.predicted() == studentRows.get(index).predicted();
            agreed += same ? 1 : 0;
            if (answer.predicted() != answer.label()) {
                wrong++;
                agreedOnWrong += same ? 1 : 0;
            }
        }
        return new Agreement(new Proportion(agreed, teacherRows.size()), new Proportion(agreedOnWrong, wrong));
    }
}
