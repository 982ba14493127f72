# What our own targets are compiled with; nothing of it reaches a host that links the library.
function(sangkien_own target)
    set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF C_EXTENSIONS OFF)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wconversion -Wshadow
        $<$<BOOL:${SANGKIEN_WERROR}>:-Werror>
        # The same bytes from every machine: no path of the checkout, no fused multiply-add.
        -ffile-prefix-map=${PROJECT_SOURCE_DIR}/= -ffp-contract=off)
    if(SANGKIEN_SANITIZE)
        target_compile_options(${target} PRIVATE
            -fsanitize=${SANGKIEN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_link_options(${target} PRIVATE -fsanitize=${SANGKIEN_SANITIZE})
    endif()
endfunction()
