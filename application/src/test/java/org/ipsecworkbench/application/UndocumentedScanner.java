package org.ipsecworkbench.application;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds what others can reach and no Javadoc tells of: types, methods, fields, constants, components of records and parameters
 * of types. What overrides something has the words of that; a constant that is made with words has those.
 */
final class UndocumentedScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final DocTrees docs;
    private final CompilationUnitTree unit;
    private final List<String> found;

    private UndocumentedScanner(DocTrees docs, CompilationUnitTree unit, List<String> found) {
        this.docs = docs;
        this.unit = unit;
        this.found = found;
    }

    /** Names what is found in the sources of a task. */
    static List<String> scan(JavacTask task) throws IOException {
        List<String> found = new ArrayList<>();
        DocTrees docs = DocTrees.instance(task);
        for (CompilationUnitTree unit : task.parse()) {
            new UndocumentedScanner(docs, unit, found).scan(unit, null);
        }
        return found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
        if (!isReachable(type.getModifiers())) {
            return null;
        }
        DocCommentTree doc = docs.getDocCommentTree(getCurrentPath());
        if (doc == null) {
            found(type.getSimpleName());
        } else {
            Set<String> told = doc.getBlockTags().stream()
                    .filter(ParamTree.class::isInstance)
                    .map(tag -> ((ParamTree) tag).getName().toString())
                    .collect(Collectors.toSet());
            for (TypeParameterTree parameter : type.getTypeParameters()) {
                foundUnless(told, type, parameter.getName());
            }
            for (Tree member : type.getMembers()) {
                if (type.getKind() == Tree.Kind.RECORD && member instanceof VariableTree field && !isStatic(field)) {
                    foundUnless(told, type, field.getName());
                }
            }
        }
        return super.visitClass(type, none);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(annotation -> annotation.toString().contains("Override"));
        // A canonical constructor that stands nowhere has the place of its record.
        boolean stands = docs.getSourcePositions().getStartPosition(unit, method)
                != docs.getSourcePositions().getStartPosition(unit, around());
        if (isReachable(method.getModifiers()) && !overrides && stands && isUndocumented()) {
            found(around().getSimpleName() + "." + method.getName());
        }
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree field, @Nullable Void none) {
        boolean isComponent = around().getKind() == Tree.Kind.RECORD && !isStatic(field);
        boolean isInWords = around().getKind() == Tree.Kind.ENUM
                && field.getInitializer() instanceof NewClassTree made
                && !made.getArguments().isEmpty();
        if (isReachable(field.getModifiers()) && !isComponent && !isInWords && isUndocumented()) {
            found(around().getSimpleName() + "." + field.getName());
        }
        return null;
    }

    private ClassTree around() {
        return (ClassTree) getCurrentPath().getParentPath().getLeaf();
    }

    private boolean isUndocumented() {
        return docs.getDocCommentTree(getCurrentPath()) == null;
    }

    private boolean isReachable(ModifiersTree modifiers) {
        boolean inInterface = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree outer
                && outer.getKind() == Tree.Kind.INTERFACE
                && !modifiers.getFlags().contains(Modifier.PRIVATE);
        return inInterface
                || modifiers.getFlags().contains(Modifier.PUBLIC)
                || modifiers.getFlags().contains(Modifier.PROTECTED);
    }

    private static boolean isStatic(VariableTree field) {
        return field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private void foundUnless(Set<String> told, ClassTree type, CharSequence name) {
        if (!told.contains(name.toString())) {
            found(type.getSimpleName() + ", @param " + name);
        }
    }

    private void found(CharSequence what) {
        found.add(unit.getPackageName() + ": " + what);
    }
}
