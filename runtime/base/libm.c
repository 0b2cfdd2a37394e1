/* runtime/base/libm.c - the mathematical functions of the C library, which is loaded when one of them is first called.
 *
 * Owns:      the names sin, pow, floor and so on in this program: what other files call under them stands here.
 * Invariant: a function's pointer is NULL or right; threads that find it at the same time find the same.
 * Not here:  frexp, ldexp and modf, which the C library proper has too.
 *
 * Most programs call none, and loading libm costs a third of what all else does until the first instruction runs.
 */
#include <complex.h>
#include <dlfcn.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Sets *known to the function. */
static __attribute__((noinline, cold)) void *find(void **known, const char *name) {
    void *library = dlopen("libm.so.6", RTLD_LAZY), *function = library ? dlsym(library, name) : NULL;
    __atomic_store_n(known, function, __ATOMIC_RELAXED);
    if (function) return function;
    fprintf(stderr, "ouro: %s\n", dlerror());
    exit(1);
}

#define FUNCTION(type, name, parameters, arguments)                                                                    \
    type name parameters {                                                                                             \
        static void *known;                                                                                            \
        void *function = __atomic_load_n(&known, __ATOMIC_RELAXED);                                                    \
        if (__builtin_expect(!function, 0)) function = find(&known, #name);                                            \
        return ((type(*) parameters)function)arguments;                                                                \
    }
#define OF_1(name) FUNCTION(double, name, (double x), (x))
#define OF_2(name) FUNCTION(double, name, (double x, double y), (x, y))
#define OF_3(name) FUNCTION(double, name, (double x, double y, double z), (x, y, z))
#define OF_COMPLEX(name) FUNCTION(double complex, name, (double complex z), (z))

OF_1(acos)
OF_1(acosh)
OF_1(asin)
OF_1(asinh)
OF_1(atan)
OF_2(atan2)
OF_1(atanh)
OF_COMPLEX(cacos)
OF_COMPLEX(cacosh)
OF_COMPLEX(casinh)
OF_COMPLEX(catanh)
OF_1(cbrt)
OF_COMPLEX(ccosh)
OF_1(ceil)
OF_COMPLEX(cexp)
OF_COMPLEX(clog)
OF_1(cos)
OF_1(cosh)
OF_COMPLEX(csinh)
OF_COMPLEX(csqrt)
OF_COMPLEX(ctanh)
OF_1(erf)
OF_1(erfc)
OF_1(exp)
OF_1(exp2)
OF_1(expm1)
OF_1(fabs)
OF_1(floor)
OF_3(fma)
OF_2(fmod)
OF_2(hypot)
OF_1(log)
OF_1(log10)
OF_1(log1p)
OF_1(log2)
OF_2(nextafter)
OF_2(pow)
OF_2(remainder)
OF_1(rint)
OF_1(round)
OF_1(sin)
OF_1(sinh)
OF_1(sqrt)
OF_1(tan)
OF_1(tanh)
OF_1(trunc)

/* gcc makes one call of sin(x) and cos(x). */
void sincos(double x, double *sine, double *cosine) {
    static void *known;
    void *function = __atomic_load_n(&known, __ATOMIC_RELAXED);
    if (!function) function = find(&known, "sincos");
    ((void (*)(double, double *, double *))function)(x, sine, cosine);
}
