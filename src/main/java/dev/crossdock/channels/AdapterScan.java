package dev.crossdock.channels;

import java.util.List;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the adapters by looking below {@code channels.adapters}: a new channel is a new folder and nothing else. */
public final class AdapterScan {

  private static final String ADAPTERS = AdapterScan.class.getPackageName() + ".adapters";

  private AdapterScan() {}

  /** One of each, made by its constructor without arguments. */
  public static List<Channel> adapters() {
    ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(Channel.class));
    return scan.findCandidateComponents(ADAPTERS).stream()
        .map(BeanDefinition::getBeanClassName)
        .sorted()
        .map(name -> ClassUtils.resolveClassName(String.valueOf(name), AdapterScan.class.getClassLoader()))
        .map(type -> (Channel) BeanUtils.instantiateClass(type))
        .toList();
  }
}
