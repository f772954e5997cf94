package org.gatun.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A set of icons in the IconifyJSON format, drawn from their SVG bodies. Immutable; may be drawn from by several threads.
 *
 * @see <a href="https://iconify.design/docs/types/iconify-json.html">the IconifyJSON type</a>
 */
public final class IconSet {
    /** Iconify's rule for names; they become names of files. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final IconifyFile file;
    private final Map<String, String> categoryOf = new HashMap<>();
    private final Map<String, Icon> icons = new TreeMap<>();

    private IconSet(IconifyFile file) {
        this.file = file;
        file.icons().keySet().forEach(name -> icons.put(name, file.icon(name)));
        if (file.categories() != null) {
            file.categories()
                    .forEach((category, names) -> names.forEach(name -> categoryOf.putIfAbsent(name, category)));
        }
    }

    /** Of {@code set} what {@code other} has, too. */
    private IconSet(IconSet set, IconSet other) {
        this.file = set.file;
        this.categoryOf.putAll(set.categoryOf);
        set.icons.forEach((name, icon) -> {
            if (other.contains(name)) {
                icons.put(name, icon);
            }
        });
    }

    /** This set without the icons that another one has no icon of the same name for. */
    public IconSet sharedWith(IconSet other) {
        return new IconSet(this, other);
    }

    /**
     * Reads an IconifyJSON file.
     *
     * @throws DataException if the file is missing or isn't IconifyJSON
     */
    public static IconSet read(Path json) {
        if (!Files.isRegularFile(json)) {
            throw new DataException("No icon set at " + json + ": the file does not exist");
        }
        try (InputStream in = Files.newInputStream(json)) {
            return read(in, json.toString());
        } catch (IOException e) {
            throw new DataException("Can't read the icon set " + json + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the set {@code name} (such as {@code noto}) from a jar that holds {@code .../name.json}, as the WebJar of
     * {@code @iconify/json} does.
     *
     * @throws DataException if there is no such jar, no such set in it, or it isn't IconifyJSON
     */
    public static IconSet readFromJar(Path jar, String name) {
        if (!Files.isRegularFile(jar)) {
            throw new DataException("No icon sets at " + jar + ": the file does not exist");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(e -> ("/" + e.getName()).endsWith("/" + name + ".json"))
                    .findFirst()
                    .orElseThrow(() -> new DataException("The jar " + jar + " holds no icon set " + name + ".json"));
            try (InputStream in = zip.getInputStream(entry)) {
                return read(in, jar + "!/" + entry.getName());
            }
        } catch (ZipException e) {
            throw new DataException(jar + " is not a jar, or is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DataException("Can't read the icon sets in " + jar + ": " + e.getMessage(), e);
        }
    }

    private static IconSet read(InputStream in, String origin) throws IOException {
        IconifyFile file;
        try {
            file = new ObjectMapper().readValue(in, IconifyFile.class);
        } catch (JsonProcessingException e) {
            throw new DataException(origin + " is not an Iconify icon set: " + e.getOriginalMessage(), e);
        }
        if (file == null || file.prefix() == null || file.icons() == null) {
            throw new DataException(origin + " is not an Iconify icon set: \"prefix\" or \"icons\" is missing");
        }
        file.icons().forEach((name, entry) -> {
            if (!NAME.matcher(name).matches()) {
                throw new DataException(origin + " is not an Iconify icon set: \"" + name + "\" is no name of an icon");
            }
            if (entry == null || entry.body() == null) {
                throw new DataException(origin + " is not an Iconify icon set: icon " + name + " has no \"body\"");
            }
        });
        return new IconSet(file);
    }

    /** The set's short name, such as {@code noto}. */
    public String prefix() {
        return file.prefix();
    }

    /** The set's name and licence for a log line, as far as the file gives them. */
    public String title() {
        IconifyFile.Info info = file.info();
        if (info == null || info.name() == null) {
            return prefix();
        }
        boolean licensed = info.license() != null && info.license().title() != null;
        return licensed ? info.name() + " (" + info.license().title() + ")" : info.name();
    }

    /** When the set was last changed, in seconds since 1970, or 0 if the file doesn't say. */
    long lastModified() {
        return file.lastModified() == null ? 0 : file.lastModified();
    }

    /** Names of all icons, sorted, without aliases. */
    public List<String> names() {
        return List.copyOf(icons.keySet());
    }

    /** The category of an icon, if the set puts it in one. */
    public Optional<String> category(String name) {
        return Optional.ofNullable(categoryOf.get(name));
    }

    /** Whether an icon or an alias has this name. */
    public boolean contains(String name) {
        return icons.containsKey(name) || isAlias(name);
    }

    private boolean isAlias(String name) {
        return file.aliases() != null && file.aliases().containsKey(name);
    }

    /**
     * The icon of this name; an alias is followed to its parent, whose turn and flips it adds to.
     *
     * @throws NoSuchElementException if the set has no such icon
     */
    Icon icon(String name) {
        int turns = 0;
        boolean horizontal = false;
        boolean vertical = false;
        String current = name;
        // A chain of aliases longer than the table of aliases is a circle.
        for (int hops = 0; isAlias(current) && hops <= file.aliases().size(); hops++) {
            IconifyFile.Entry alias = file.aliases().get(current);
            turns += alias.rotate();
            horizontal ^= alias.hFlip();
            vertical ^= alias.vFlip();
            current = alias.parent();
        }
        Icon icon = current == null ? null : icons.get(current);
        if (icon == null) {
            throw new NoSuchElementException("The icon set " + prefix() + " has no icon " + name);
        }
        return new Icon(
                name,
                icon.body(),
                icon.left(),
                icon.top(),
                icon.width(),
                icon.height(),
                Math.floorMod(icon.quarterTurns() + turns, 4),
                icon.horizontalFlip() ^ horizontal,
                icon.verticalFlip() ^ vertical,
                icon.hidden());
    }

    /**
     * Draws an icon on white, as large as it fits in the middle of a square.
     *
     * @param size side of the picture in pixels
     * @return an opaque picture of {@link BufferedImage#TYPE_INT_RGB}
     * @throws NoSuchElementException if the set has no such icon
     * @throws DataException if its body isn't SVG
     */
    public BufferedImage draw(String name, int size) {
        Icon icon = icon(name);
        SVGDocument document = parse(icon);
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, size, size);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.translate(size / 2.0, size / 2.0);
            graphics.rotate(icon.quarterTurns() * Math.PI / 2);
            graphics.scale(icon.horizontalFlip() ? -1 : 1, icon.verticalFlip() ? -1 : 1);
            graphics.translate(-size / 2.0, -size / 2.0);
            document.renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, new ViewBox(0, 0, size, size));
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private SVGDocument parse(Icon icon) {
        // An icon that refers to a file or an address outside of itself is not an icon: nothing is fetched.
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .build();
        SVGDocument document = new SVGLoader()
                .load(new ByteArrayInputStream(icon.svg().getBytes(StandardCharsets.UTF_8)), null, context);
        if (document == null) {
            throw new DataException("The body of icon " + prefix() + ":" + icon.name() + " is not SVG");
        }
        return document;
    }
}
