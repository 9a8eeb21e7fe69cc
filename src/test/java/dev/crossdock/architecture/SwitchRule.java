package dev.crossdock.architecture;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.crossdock.architecture.Source.TypeAt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** No {@code default} over enums and sealed types of our own: a new member must break every place that has to care. */
final class SwitchRule {

  private final List<Set<String>> enums = new ArrayList<>();
  private final Set<String> variants = new HashSet<>();

  SwitchRule(List<Source> sources) {
    for (Source source : sources) {
      Set<String> sealed = new HashSet<>();
      for (TypeAt type : source.types()) {
        if (type.tree().getKind() == Tree.Kind.ENUM) {
          enums.add(constants(type.tree()));
        }
        if (type.tree().getModifiers().getFlags().contains(Modifier.SEALED)) {
          sealed.add(type.tree().getSimpleName().toString());
          type.tree().getPermitsClause().forEach(permitted -> variants.add(lastName(permitted)));
        }
      }
      for (TypeAt type : source.types()) {
        if (type.tree().getImplementsClause().stream().map(SwitchRule::lastName).anyMatch(sealed::contains)) {
          variants.add(type.tree().getSimpleName().toString());
        }
      }
    }
  }

  List<String> findings(Source source) {
    List<String> found = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitSwitch(SwitchTree node, @Nullable Void unused) {
        check(node, node.getCases());
        return super.visitSwitch(node, null);
      }

      @Override
      public @Nullable Void visitSwitchExpression(SwitchExpressionTree node, @Nullable Void unused) {
        check(node, node.getCases());
        return super.visitSwitchExpression(node, null);
      }

      private void check(Tree node, List<? extends CaseTree> cases) {
        if (isClosedWithDefault(cases)) {
          String place = source.path() + ":" + source.line(node);
          found.add(place + " has a default over our own enum or sealed type: name every case");
        }
      }
    }.scan(source.tree(), null);
    return found;
  }

  private boolean isClosedWithDefault(List<? extends CaseTree> cases) {
    boolean hasDefault = false;
    Set<String> constants = new HashSet<>();
    Set<String> types = new HashSet<>();
    for (CaseTree one : cases) {
      for (CaseLabelTree label : one.getLabels()) {
        switch (label) {
          case DefaultCaseLabelTree _ -> hasDefault = true;
          case ConstantCaseLabelTree constant when constant.getConstantExpression() instanceof IdentifierTree name ->
              constants.add(name.getName().toString());
          case PatternCaseLabelTree pattern -> types.add(typeOf(pattern.getPattern()));
          default -> { }
        }
      }
    }
    boolean ourEnum = !constants.isEmpty() && enums.stream().anyMatch(members -> members.containsAll(constants));
    return hasDefault && (ourEnum || types.stream().anyMatch(variants::contains));
  }

  private static String typeOf(PatternTree pattern) {
    return switch (pattern) {
      case BindingPatternTree binding -> lastName(binding.getVariable().getType());
      case DeconstructionPatternTree deconstruction -> lastName(deconstruction.getDeconstructor());
      default -> "";
    };
  }

  private static Set<String> constants(ClassTree type) {
    Set<String> names = new HashSet<>();
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree constant && constant.getType() instanceof IdentifierTree of
          && of.getName().contentEquals(type.getSimpleName())) {
        names.add(constant.getName().toString());
      }
    }
    return names;
  }

  private static String lastName(@Nullable Tree type) {
    return String.valueOf(type).replaceFirst("<.*", "").replaceFirst(".*\\.", "");
  }
}
