package dev.crossdock.routing.criteria;

import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds criteria by looking below a package: a new criterion is a new folder and nothing else. */
final class CriteriaScan {

  private CriteriaScan() {}

  /** The records below the package, in the order of their names. */
  static List<Class<? extends Criterion>> below(String root) {
    ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(Criterion.class));
    return scan.findCandidateComponents(root).stream()
        .map(BeanDefinition::getBeanClassName)
        .sorted()
        .<Class<? extends Criterion>>map(
            name ->
                ClassUtils.resolveClassName(String.valueOf(name), CriteriaScan.class.getClassLoader())
                    .asSubclass(Criterion.class))
        .toList();
  }
}
