package dev.crossdock.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a strict content security policy forbids, or what fails silently under it, must not stand in a template. */
final class TemplateRules {

  private static final Pattern COMMENT = Pattern.compile("<%--.*?--%>", Pattern.DOTALL);

  private static final List<Ban> BANNED = List.of(
      new Ban("\\bhx-on\\b", "hx-on runs inline code: listen in a script file"),
      new Ban("(?i)\\son[a-z]+\\s*=", "an on... attribute is inline code: listen in a script file"),
      new Ban("(?i)(?<![\\w-])style\\s*=", "style= is blocked: use a class, or an SVG attribute for a width"),
      new Ban("(?i)<style\\b", "<style> is blocked: write into the stylesheet"),
      new Ban("(?i)<script\\b(?![^>]*\\bsrc\\s*=)", "<script> without src is blocked: write a file"),
      new Ban("(?i)(?<![\\w-])js:", "js: evaluates code: render the value"),
      new Ban("(?i)javascript:", "javascript: is inline code: use a button"),
      new Ban("morph:\\{", "morph:{ builds a function: use morph with the defaults"),
      new Ban("hx-trigger\\s*=\\s*\"[^\"]*\\[", "a filter in hx-trigger counts as true: filter in a script file"),
      new Ban("\\bhx-vars\\b", "hx-vars evaluates code: use hx-vals"),
      new Ban("\\$unsafe\\b", "$unsafe prints unescaped text: print the value"));

  private TemplateRules() {}

  static List<String> findings(String path, String template) {
    String text = COMMENT.matcher(template).replaceAll(comment -> comment.group().replaceAll("[^\n]", ""));
    List<String> found = new ArrayList<>();
    for (Ban ban : BANNED) {
      Matcher matcher = ban.pattern().matcher(text);
      while (matcher.find()) {
        long line = text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count() + 1;
        found.add(path + ":" + line + " " + ban.instead());
      }
    }
    return found;
  }

  /** What may not stand there, and what to write instead. */
  private record Ban(Pattern pattern, String instead) {

    Ban(String pattern, String instead) {
      this(Pattern.compile(pattern), instead);
    }
  }
}
