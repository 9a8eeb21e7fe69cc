package dev.crossdock.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SQL in a Java file: strings put together as Java does it, with a gap for what is known at run time only. */
final class SqlTexts {

  /** Stands where a statement is completed at run time. */
  static final String GAP = " \u2026 ";

  private static final Pattern WHOLE = Pattern.compile("\\s*(?:"
      + "(?:with|WITH)\\s+(?:recursive\\s+)?\\w+\\s*(?:\\([^)]*\\))?\\s*(?:as|AS)\\b|(?:select|SELECT)\\s|"
      + "(?:insert\\s+into|INSERT\\s+INTO)\\b|(?:update|UPDATE)\\s+\\w+(?:\\s+\\w+){0,2}\\s+(?:set|SET)\\b|"
      + "(?:delete\\s+from|DELETE\\s+FROM)\\b|(?:merge\\s+into|MERGE\\s+INTO)\\b|(?:truncate|TRUNCATE)\\s|"
      + "(?:lock\\s+table|LOCK\\s+TABLE)\\b).*", Pattern.DOTALL);

  private final Pattern part;
  private final Map<String, ExpressionTree> constants = new HashMap<>();
  private final Set<Tree> insideOthers = new HashSet<>();
  private final List<Text> found = new ArrayList<>();

  private SqlTexts(Set<String> tables) {
    this.part = Pattern.compile(
        "(?is)(?:.*\\b)?(?:from|join|into)\\s+(?:" + String.join("|", tables) + ")\\b(?=.*[=:?]).*");
  }

  /** Whole statements, and parts that name one of the tables. */
  static List<Text> of(List<Source> sources, Set<String> tables) {
    SqlTexts texts = new SqlTexts(tables);
    sources.forEach(source -> texts.new Constants(source).scan(source.tree(), null));
    sources.forEach(source -> texts.new Wholes(source).scan(source.tree(), null));
    sources.forEach(source -> texts.new Strings(source).scan(source.tree(), null));
    return texts.found;
  }

  private void take(Source source, String variable, ExpressionTree expression) {
    if (insideOthers.contains(expression)) {
      return;
    }
    String text = text(source, expression, new HashSet<>()).replace("%s", GAP);
    boolean whole = WHOLE.matcher(text).matches();
    if (whole || part.matcher(text).matches()) {
      found.add(new Text(source.path() + ":" + source.line(expression), variable, text, whole));
    }
  }

  private String text(Source source, ExpressionTree expression, Set<ExpressionTree> open) {
    return switch (expression) {
      case LiteralTree literal -> String.valueOf(literal.getValue());
      case ParenthesizedTree bracket -> text(source, bracket.getExpression(), open);
      case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS ->
          text(source, sum.getLeftOperand(), open) + text(source, sum.getRightOperand(), open);
      case MethodInvocationTree call when isFormatted(call) -> {
        String text = text(source, ((MemberSelectTree) call.getMethodSelect()).getExpression(), open);
        for (ExpressionTree argument : call.getArguments()) {
          text = text.replaceFirst("%s", Matcher.quoteReplacement(text(source, argument, open)));
        }
        yield text;
      }
      default -> {
        ExpressionTree value = constant(source, expression);
        if (value == null || !open.add(value)) {
          yield GAP;
        }
        String text = text(source, value, open);
        open.remove(value);
        yield text;
      }
    };
  }

  /** What a name stands for: a string of the same file, or of another as {@code OtherClass.NAME}. */
  private @Nullable ExpressionTree constant(Source source, ExpressionTree expression) {
    return switch (expression) {
      case IdentifierTree name -> constants.get(file(source) + "." + name.getName());
      case MemberSelectTree member -> constants.get(member.toString());
      default -> null;
    };
  }

  private static String file(Source source) {
    return source.path().replaceFirst(".*/", "").replace(".java", "");
  }

  private static boolean isFormatted(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree member
        && member.getIdentifier().contentEquals("formatted");
  }

  /** A constant that is part of something bigger is judged there. */
  private void isInside(Source source, ExpressionTree expression) {
    insideOthers.add(expression);
    ExpressionTree constant = constant(source, expression);
    if (constant != null) {
      insideOthers.add(constant);
    }
  }

  /** One statement, or a part of one: where it stands, the variable that holds it, and whether it is whole. */
  record Text(String place, String variable, String sql, boolean whole) {

    /** For instance {@code OrderStore.INSERT}. */
    String name() {
      return place.replaceFirst(".*/(\\w+)\\.java:.*", "$1") + "." + variable;
    }
  }

  private final class Constants extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Source source;

    Constants(Source source) {
      this.source = source;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree node, @Nullable Void unused) {
      if (node.getInitializer() != null && "String".equals(String.valueOf(node.getType()))) {
        constants.put(file(source) + "." + node.getName(), node.getInitializer());
      }
      return super.visitVariable(node, null);
    }
  }

  private final class Wholes extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Source source;

    Wholes(Source source) {
      this.source = source;
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree node, @Nullable Void unused) {
      if (node.getKind() == Tree.Kind.PLUS) {
        isInside(source, node.getLeftOperand());
        isInside(source, node.getRightOperand());
      }
      return super.visitBinary(node, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void unused) {
      if (isFormatted(node)) {
        isInside(source, ((MemberSelectTree) node.getMethodSelect()).getExpression());
        node.getArguments().forEach(argument -> isInside(source, argument));
      }
      return super.visitMethodInvocation(node, null);
    }
  }

  private final class Strings extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Source source;
    private String variable = "";

    Strings(Source source) {
      this.source = source;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree node, @Nullable Void unused) {
      variable = node.getName().toString();
      super.visitVariable(node, null);
      variable = "";
      return null;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree node, @Nullable Void unused) {
      if (node.getKind() == Tree.Kind.STRING_LITERAL) {
        take(source, variable, node);
      }
      return super.visitLiteral(node, null);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree node, @Nullable Void unused) {
      if (node.getKind() == Tree.Kind.PLUS) {
        take(source, variable, node);
      }
      return super.visitBinary(node, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void unused) {
      if (isFormatted(node)) {
        take(source, variable, node);
      }
      return super.visitMethodInvocation(node, null);
    }
  }
}
