package dev.crossdock.platform.security.web;

import dev.crossdock.platform.http.FormFile;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads forms with files, before their token is looked for among the fields. Only those of people who are signed in are
 * read: from all others the token is missing, and they are asked to sign in. A form that is too large leads back to its
 * page, which says so; it is read to its end, because a browser that is cut off shows no answer.
 */
final class FileForms extends OncePerRequestFilter {

  /** Added to the address of a page whose form was too large. */
  private static final String TOO_LARGE = "?too-large";

  private static final int BYTES_MAX = 4 << 20;
  private static final long SWALLOWED_MAX = 64L << 20;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null || !type.regionMatches(true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0,
        MediaType.MULTIPART_FORM_DATA_VALUE.length());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!(SecurityContextHolder.getContext().getAuthentication() instanceof PersonToken)) {
      chain.doFilter(request, response);
      return;
    }
    InputStream in = request.getInputStream();
    byte[] body = in.readNBytes(BYTES_MAX + 1);
    if (body.length > BYTES_MAX) {
      swallow(in);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getRequestURI() + TOO_LARGE);
      return;
    }
    Optional<FormParts> parts = FormParts.read(request.getContentType(), body);
    chain.doFilter(parts.isPresent() ? new Form(request, parts.get()) : request, response);
  }

  private static void swallow(InputStream in) throws IOException {
    byte[] part = new byte[1 << 16];
    long left = SWALLOWED_MAX;
    for (int n = in.read(part); n >= 0 && left > 0; n = in.read(part)) {
      left -= n;
    }
  }

  /** The request with the form's fields as its parameters, and its files where pages look for them. */
  private static final class Form extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters;

    Form(HttpServletRequest request, FormParts parts) {
      super(request);
      parameters = new LinkedHashMap<>(request.getParameterMap());
      parts.fields().forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
      parts.files().forEach((name, file) -> request.setAttribute(FormFile.attribute(name), file));
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = parameters.get(name);
      return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return parameters.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }
  }
}
