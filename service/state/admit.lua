-- One key's tally, read, judged and written in one step: service/state/tally.py says the rule, this is it inside Redis.
-- KEYS[1]  hash: r, t = microseconds since 1970 at which each bucket is full; d = day; u = tokens used on it
-- ARGV     1 admit (1) or only settle (0)   2 tokens to set aside        3 tokens to settle first
--          4, 5, 6 limits: requests a minute, tokens a minute, tokens a day (0: none)
--          7 1: the caller has counted by itself, up to 8, 9: r, t from now, settled tokens among them; before that it
--          had been told 10, 11: day, used. Else 0
-- Returns  {over, r - now, t - now, day, used}
local MINUTE = 60000000
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local today = math.floor(time[1] / 86400)
local row = redis.call('HMGET', KEYS[1], 'r', 't', 'd', 'u')
local r = math.max(0, (tonumber(row[1]) or 0) - now)
local t = math.max(0, (tonumber(row[2]) or 0) - now)
local used = tonumber(row[3]) == today and tonumber(row[4]) or 0
if ARGV[7] == '1' then
  r, t = math.max(r, tonumber(ARGV[8])), math.max(t, tonumber(ARGV[9]))
  if not row[3] and tonumber(ARGV[10]) == today then used = tonumber(ARGV[11]) end  -- Redis has lost what it had
end
local per_minute, tokens_minute, tokens_day = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local settle = tonumber(ARGV[3])
if tokens_minute > 0 and ARGV[7] ~= '1' then t = math.max(0, t + math.floor(settle * MINUTE / tokens_minute)) end
if tokens_day > 0 then used = math.max(0, used + settle) end
local over = 0
if ARGV[1] == '1' then
  local tokens = tonumber(ARGV[2])
  local nr, nt = r, t
  if per_minute > 0 then nr = r + math.floor(MINUTE / per_minute) end
  if tokens_minute > 0 then nt = t + math.floor(math.min(tokens, tokens_minute) * MINUTE / tokens_minute) end
  if per_minute > 0 and nr > MINUTE then
    over = 1
  elseif tokens_minute > 0 and nt > MINUTE then
    over = 2
  elseif tokens_day > 0 and used + math.min(tokens, tokens_day) > tokens_day then
    over = 3
  else
    r, t = nr, nt
    if tokens_day > 0 then used = used + tokens end
  end
end
redis.call('HSET', KEYS[1], 'r', string.format('%.0f', now + r), 't', string.format('%.0f', now + t), 'd', today, 'u', string.format('%.0f', used))
redis.call('EXPIRE', KEYS[1], 172800)
return {over, r, t, today, used}
