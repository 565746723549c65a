# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of ours has in common.

function(mailwright_settings target)
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
        MAILWRIGHT_VERSION="${PROJECT_VERSION}")
    if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
        target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic
            -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers
            $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>)
        if(MAILWRIGHT_WERROR)
            target_compile_options(${target} PRIVATE -Werror)
        endif()
        if(MAILWRIGHT_FUZZ)
            target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link,address,undefined
                -fno-sanitize-recover=all -fno-omit-frame-pointer)
            target_link_options(${target} PRIVATE -fsanitize=address,undefined)
        endif()
        if(MAILWRIGHT_SANITIZE)
            # -Wno-maybe-uninitialized: the checks that are put in hide from GCC 12 what an empty
            # std::optional guards, so it warns where there is nothing to warn of.
            target_compile_options(${target} PRIVATE -fsanitize=address,undefined
                -Wno-maybe-uninitialized
                -fno-sanitize-recover=all -fno-omit-frame-pointer -O1)
            target_link_options(${target} PRIVATE -fsanitize=address,undefined)
        endif()
        if(MAILWRIGHT_SANITIZE_THREADS)
            # -Wno-tsan: Qt's headers have fences, which GCC 12 says it does not model.
            target_compile_options(${target} PRIVATE -fsanitize=thread -Wno-tsan
                -fno-omit-frame-pointer -O1)
            target_link_options(${target} PRIVATE -fsanitize=thread)
        endif()
    endif()
endfunction()

# mailwright_library(NAME SOURCES...): one static library per folder
function(mailwright_library name)
    add_library(${name} STATIC ${ARGN})
    mailwright_settings(${name})
endfunction()

# mailwright_test(NAME SOURCE LIBRARIES...): one program per file, linking only what it tests
function(mailwright_test name source)
    add_executable(${name} ${source})
    mailwright_settings(${name})
    target_link_libraries(${name} PRIVATE ${ARGN} Qt6::Test)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 120 ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
endfunction()

# mailwright_window_test(NAME SOURCE LIBRARIES...): the same under an X server with a window manager,
# for what depends on which window has the keyboard
function(mailwright_window_test name source)
    add_executable(${name} ${source})
    mailwright_settings(${name})
    target_link_libraries(${name} PRIVATE ${ARGN} Qt6::Test)
    add_test(NAME ${name}
        COMMAND "${CMAKE_SOURCE_DIR}/tests/support/with-x" $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES TIMEOUT 120)
endfunction()
