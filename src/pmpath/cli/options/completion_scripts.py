"""What a shell reads to complete pmpath: no file names where a word is wanted, plain values alone.

Each script hands the line up to the cursor to pmpath and offers what comes back, a value a line,
with its help behind a tab. File names are offered where a file is meant, and nowhere else: behind
the options that name one, and behind `import`.
"""

from __future__ import annotations

# Bash begins a new word behind : and =: what stands before them is cut off from each value.
BASH = r"""_pmpath_completion() {
    local line="${COMP_LINE:0:COMP_POINT}" whole before value names=
    local word="${COMP_WORDS[COMP_CWORD]}" last="${COMP_WORDS[COMP_CWORD-1]}"
    COMPREPLY=()
    [ "$word" = "=" ] && word=
    [ "$last" = "=" ] && last="${COMP_WORDS[COMP_CWORD-2]}"
    case "$last" in
        --out|--merge|--answers) names=files ;;
        --format|--column|--dates) ;;
        *) [ "${COMP_WORDS[1]}" = import ] && [ "$COMP_CWORD" -gt 1 ] && [[ "$word" != -* ]] &&
            names=files ;;
    esac
    if [ -n "$names" ]; then
        # The shell itself puts quotes around what needs them.
        compopt -o filenames 2>/dev/null
        while IFS= read -r value; do
            COMPREPLY+=( "$value" )
        done < <(compgen -f -- "$word")
        return 0
    fi
    whole="${line##*[[:blank:]]}"
    before="${whole%"${whole##*[:=]}"}"
    while IFS= read -r value; do
        value="${value%%$'\t'*}"
        [ -n "$value" ] && COMPREPLY+=( "${value#"$before"}" )
    done < <(env _TYPER_COMPLETE_ARGS="$line" _TYPER_COMPLETE_FISH_ACTION=get-args \
        _PMPATH_COMPLETE=complete_fish pmpath 2>/dev/null)
    return 0
}

complete -F _pmpath_completion pmpath
"""
ZSH = r"""#compdef pmpath

_pmpath_completion() {
  local -a found
  if [[ ${words[CURRENT]} == --(out|merge|answers)=* ]]; then
    compset -P '*='
    _files
    return
  fi
  case "${words[CURRENT-1]}" in
    --out|--merge|--answers) _files; return ;;
    --format|--column|--dates) ;;
    *) if [[ ${words[2]} == import && ${words[CURRENT]} != -* ]] && (( CURRENT > 2 )); then
        _files
        return
      fi ;;
  esac
  found=(${(f)"$(env _TYPER_COMPLETE_ARGS="${(j: :)words[1,CURRENT]}" \
    _TYPER_COMPLETE_FISH_ACTION=get-args _PMPATH_COMPLETE=complete_fish pmpath 2>/dev/null)"})
  found=(${found%%$'\t'*})
  (( $#found )) && compadd -Q -- $found
  return 0
}

compdef _pmpath_completion pmpath
"""
FISH = r"""function __pmpath_names_file
    set -l before (commandline -opc)
    set -l word (commandline -ct)
    contains -- "$before[-1]" --out --merge --answers; and return 0
    contains -- "$before[-1]" --format --column --dates; and return 1
    test "$before[2]" = import; and not string match -q -- '-*' "$word"
end
function __pmpath_complete
    set -lx _TYPER_COMPLETE_ARGS (commandline -cp | string collect)
    set -lx _TYPER_COMPLETE_FISH_ACTION get-args
    set -lx _PMPATH_COMPLETE complete_fish
    pmpath 2>/dev/null
end
complete --command pmpath --no-files
complete --command pmpath --condition __pmpath_names_file --force-files
complete --command pmpath --condition "not __pmpath_names_file" --arguments "(__pmpath_complete)"
"""
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}
SOURCE = "source_"


def script_asked_for(instruction: str) -> str:
    """The script that `_PMPATH_COMPLETE=source_bash` asks for; "" for anything else."""
    return SCRIPTS.get(instruction.removeprefix(SOURCE), "") if SOURCE in instruction else ""
