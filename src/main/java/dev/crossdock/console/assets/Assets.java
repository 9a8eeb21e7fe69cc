package dev.crossdock.console.assets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files a browser fetches beside the pages. Every {@code .css} below the console's folder goes into one style
 * sheet, in the cascade layer its folder stands for: {@code look/tokens.css} in {@code tokens}, what lies in
 * {@code kit} in {@code kit}, every page's own in {@code parts}. Every {@code .js} of the shell goes into one script
 * behind htmx; what stations need lies in {@code warehouse}, what the editor of policies needs in {@code routing}, and
 * each is fetched by them alone.
 */
public final class Assets {

  private static final String ROOT = "dev/crossdock/console/";
  private static final String LAYERS = "@layer reset, tokens, base, kit, parts, utilities;\n";
  private static final String HTMX = "classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern INDENT = Pattern.compile("\\n\\s*");

  /** A file as it is sent. */
  public record Asset(String name, String type, byte[] content, byte[] gzipped) {}

  private final Map<String, Asset> byName = new HashMap<>();
  private final Asset styles;
  private final Asset script;
  private final Asset station;
  private final Asset editor;

  public Assets(List<Asset> others) {
    styles = asset("app", styleSheet(), "css", "text/css;charset=utf-8");
    script = asset("app", scriptText(), "js", "text/javascript;charset=utf-8");
    station = asset("station", script("warehouse/"), "js", "text/javascript;charset=utf-8");
    editor = asset("editor", script("routing/"), "js", "text/javascript;charset=utf-8");
    byName.put(station.name(), station);
    byName.put(editor.name(), editor);
    byName.put(styles.name(), styles);
    byName.put(script.name(), script);
    others.forEach(asset -> byName.put(asset.name(), asset));
  }

  /** A file that another part made. */
  public static Asset of(String name, String type, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new Asset(name, type, bytes, gzip(bytes));
  }

  public Optional<Asset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The one style sheet. */
  public Asset styles() {
    return styles;
  }

  /** The one script. */
  public Asset script() {
    return script;
  }

  /** What pages for scanners fetch besides. */
  public Asset station() {
    return station;
  }

  /** What the editor of routing policies fetches besides. */
  public Asset editor() {
    return editor;
  }

  /** Our own scripts without htmx, for the budget. */
  public static String ownScript() {
    return script("shell/");
  }

  private static String script(String folder) {
    StringBuilder script = new StringBuilder();
    files("js").stream()
        .filter(file -> file.path().startsWith(folder))
        .forEach(file -> script.append(file.text()).append('\n'));
    return script.toString();
  }

  private static Asset asset(String stem, String content, String extension, String type) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new Asset(Fingerprint.name(stem, bytes, extension), type, bytes, gzip(bytes));
  }

  private static String scriptText() {
    return read(resources(HTMX)[0]) + "\n" + ownScript();
  }

  private static String styleSheet() {
    StringBuilder css = new StringBuilder(LAYERS);
    for (File file : files("css")) {
      css.append("@layer ").append(file.layer()).append("{\n").append(file.text()).append("}\n");
    }
    return INDENT.matcher(COMMENT.matcher(css).replaceAll("")).replaceAll("\n");
  }

  private static List<File> files(String extension) {
    List<File> files = new ArrayList<>();
    for (Resource resource : resources("classpath*:" + ROOT + "**/*." + extension)) {
      files.add(new File(path(resource), read(resource)));
    }
    files.sort(Comparator.comparing(File::path));
    return files;
  }

  private static Resource[] resources(String pattern) {
    try {
      return new PathMatchingResourcePatternResolver().getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(Resource resource) {
    try {
      String url = resource.getURL().toString();
      return url.substring(url.lastIndexOf(ROOT) + ROOT.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Resource resource) {
    try (InputStream in = resource.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** One source file; the path is relative to the console's folder. */
  private record File(String path, String text) {

    String layer() {
      String folder = path.substring(0, Math.max(0, path.indexOf('/')));
      return switch (folder) {
        case "look" -> path.substring("look/".length(), path.lastIndexOf('.'));
        case "kit" -> "kit";
        default -> "parts";
      };
    }
  }
}
