package org.gatun.cli;

import java.util.List;
import org.gatun.data.PictureFile;
import org.gatun.run.PictureSampler;
import org.gatun.run.SecondStage;

/** Height and width of pictures to draw, in pixels. */
record PictureSize(int height, int width) {

    private static final String OWN = "own";
    private static final String NUMBER = "\\d{1,5}";

    /**
     * What {@code --size} says.
     *
     * @param text a number, two with an x between them, {@code own}, or null for the transformer's own
     * @param conditions pictures from which is drawn; may be empty
     */
    static PictureSize of(String text, List<PictureFile> conditions, SecondStage stage) {
        int code = new PictureSampler(stage).codePixels();
        PictureSize size = parse(text, conditions, stage, code);
        if (size.height % code != 0 || size.width % code != 0) {
            throw new UserException("--size " + text + ": a code is " + code + "x" + code
                    + " pixels, and must divide height and width");
        }
        return size;
    }

    private static PictureSize parse(String text, List<PictureFile> conditions, SecondStage stage, int code) {
        if (text == null) {
            return new PictureSize(
                    code * stage.transformer().config().height(),
                    code * stage.transformer().config().width());
        }
        if (text.equals(OWN)) {
            if (conditions.size() != 1) {
                throw new UserException("--size own is for one picture, given by --cond");
            }
            int[] own = conditions.getFirst().ownSize(code);
            return new PictureSize(own[0], own[1]);
        }
        String[] sides = text.split("x", -1);
        if (sides.length > 2 || !sides[0].matches(NUMBER) || !sides[sides.length - 1].matches(NUMBER)) {
            throw new UserException("--size " + text + " is neither a number, nor HEIGHTxWIDTH, nor own");
        }
        return new PictureSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[sides.length - 1]));
    }
}
