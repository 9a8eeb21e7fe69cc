package dev.crossdock.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One parsed source file: its path in the project, its text and its tree. */
record Source(String path, String text, CompilationUnitTree tree, Trees trees) {

  boolean isMain() {
    return path.startsWith("src/main/");
  }

  boolean isPackageInfo() {
    return path.endsWith("package-info.java");
  }

  /** The package's name. */
  String packageName() {
    return tree.getPackage() == null ? "" : Objects.toString(tree.getPackage().getPackageName());
  }

  List<String> lines() {
    return text.lines().toList();
  }

  List<ClassTree> topLevelTypes() {
    return tree.getTypeDecls().stream().filter(ClassTree.class::isInstance).map(ClassTree.class::cast).toList();
  }

  /** Types of any depth, local and anonymous ones too. */
  List<TypeAt> types() {
    List<TypeAt> found = new ArrayList<>();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
        found.add(new TypeAt(type, getCurrentPath()));
        return super.visitClass(type, null);
      }
    }.scan(tree, null);
    return found;
  }

  /** Methods and constructors that somebody wrote, with the type they stand in. */
  List<MethodAt> methods() {
    List<MethodAt> found = new ArrayList<>();
    for (TypeAt type : types()) {
      for (Tree member : type.tree().getMembers()) {
        if (member instanceof MethodTree method && trees.getSourcePositions().getEndPosition(tree, method) >= 0) {
          found.add(new MethodAt(type.tree(), method));
        }
      }
    }
    return found;
  }

  /** The line on which a node begins, from 1. */
  int line(Tree node) {
    return lineAt(trees.getSourcePositions().getStartPosition(tree, node));
  }

  /** Lines from the first to the last of a node. */
  int length(Tree node) {
    return lineAt(trees.getSourcePositions().getEndPosition(tree, node)) - line(node) + 1;
  }

  String javadoc(TreePath node) {
    return Objects.requireNonNullElse(trees.getDocComment(node), "");
  }

  private int lineAt(long position) {
    return Math.toIntExact(tree.getLineMap().getLineNumber(position));
  }

  /** A type and where it stands. */
  record TypeAt(ClassTree tree, TreePath path) {}

  /** A method and the type around it. */
  record MethodAt(ClassTree type, MethodTree tree) {

    boolean isConstructor() {
      return tree.getReturnType() == null;
    }
  }
}
